import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createStorageHttpHandler } from "../http/handler.ts";
import { createLocalStorage, type LocalStorage } from "../local/create-local-storage.ts";

export interface LocalSubject extends AsyncDisposable {
	readonly storage: LocalStorage;
	readonly origin: string;
}

/**
 * A folder behind a server on a free port of this machine, with a secret of its own: its addresses are good for
 * nothing at the app, and the app need not run.
 */
export async function serveLocal(path: string): Promise<LocalSubject> {
	let origin = "";
	const signingSecret = randomBytes(32).toString("hex");
	const storage = createLocalStorage({ path, publicBaseUrl: () => origin, signingSecret });
	const handle = createStorageHttpHandler(storage);
	const server = createServer(async (request, response) => {
		if (!(await handle(request, response))) response.writeHead(404).end();
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		storage,
		origin,
		async [Symbol.asyncDispose]() {
			server.closeAllConnections();
			const closed = once(server, "close");
			server.close();
			await Promise.all([closed, storage.close()]);
		},
	};
}
