import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * A stand-in for stores that cannot run here: answers S3 requests as a test says. Only for answers that are documented
 * and that Ceph never gives.
 */
export interface StandIn extends AsyncDisposable {
	readonly endpoint: string;
	/** Requests so far, as `METHOD /path`. */
	readonly requests: string[];
}

export async function startStandIn(
	answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<StandIn> {
	const requests: string[] = [];
	const server = createServer((request, response) => {
		requests.push(`${request.method} ${request.url?.split("?")[0]}`);
		request.resume().on("end", () => answer(request, response));
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	return {
		endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		requests,
		async [Symbol.asyncDispose]() {
			server.closeAllConnections();
			server.close();
			await once(server, "close");
		},
	};
}

/** An error as S3 writes it. */
export function sendError(response: ServerResponse, status: number, code: string, more = ""): void {
	response.writeHead(status, { "content-type": "application/xml" });
	response.end(
		`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message>${more}</Error>`,
	);
}
