import type { ServerResponse } from "node:http";
import { errorBody, toAppError } from "@nuclom/api";

/** Answers with JSON; headers set before are kept. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
	const text = JSON.stringify(body);
	response.writeHead(status, {
		"content-type": "application/json; charset=utf-8",
		"content-length": Buffer.byteLength(text),
		"cache-control": "no-store",
	});
	response.end(text);
}

/** Answers with an error in the API's envelope; cuts the connection when an answer has begun. */
export function sendError(response: ServerResponse, error: unknown, requestId: string): void {
	if (response.headersSent) {
		response.destroy();
		return;
	}
	const appError = toAppError(error);
	if (appError.status === 503) response.setHeader("retry-after", "5");
	sendJson(response, appError.status, errorBody(appError, requestId));
}
