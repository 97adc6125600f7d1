import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

export interface LoopbackServer {
	readonly port: number;
	/** `http://127.0.0.1:port` */
	readonly origin: string;
	/** Stops listening and ends every connection. */
	close(): Promise<void>;
}

/** An HTTP server on a free port of the loopback. */
export async function listenOnLoopback(handle: RequestListener): Promise<LoopbackServer> {
	const server = createServer(handle);
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	return {
		port,
		origin: `http://127.0.0.1:${port}`,
		async close() {
			const closed = once(server, "close");
			server.close();
			server.closeAllConnections();
			await closed;
		},
	};
}
