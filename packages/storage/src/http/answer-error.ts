import { AppError } from "@nuclom/core";
import type { Exchange } from "./handler.ts";

/** A rest of the body up to this is read and thrown away, so that the client reads our answer on a living connection. */
const mostDrainedBytes = 64 * 1024 * 1024;

function toAppError(error: unknown): AppError {
	if (AppError.isInstance(error)) return error;
	return new AppError("INTERNAL", "Something went wrong on our side.", {
		hint: "Try again. If it stays, send us the request id.",
		cause: error,
	});
}

function log({ serving, request, key }: Exchange, error: AppError): void {
	const fields = { method: request.method, key, code: error.code };
	if (error.status < 500) serving.logger.debug(fields, "Refused");
	else serving.logger.error({ ...fields, err: error }, "Failed");
}

function headersFor({ request }: Exchange, error: AppError, text: string) {
	const { sizeBytes } = error.data;
	const isLong = Number(request.headers["content-length"] ?? 0) > mostDrainedBytes;
	return {
		"content-type": "application/json; charset=utf-8",
		"content-length": Buffer.byteLength(text),
		"cache-control": "no-store",
		...(error.code === "STORAGE_RANGE_INVALID" ? { "content-range": `bytes */${sizeBytes}` } : {}),
		...(error.status === 503 ? { "retry-after": "5" } : {}),
		...(isLong ? { connection: "close" } : {}),
	};
}

/** Answers with an error in the API's envelope; ends the connection when an answer has begun or nobody listens. */
export function answerError(exchange: Exchange, thrown: unknown, status?: number): void {
	const { request, response } = exchange;
	// The client went away in the middle: nothing is wrong here.
	if (request.socket.destroyed) return;
	const error = toAppError(thrown);
	log(exchange, error);
	if (response.headersSent) {
		response.destroy();
		return;
	}
	const { code, message, hint, data } = error;
	const requestId = response.getHeader("x-request-id");
	const about = { ...data, ...(hint ? { hint } : {}), ...(requestId ? { requestId } : {}) };
	const text = JSON.stringify({ code, message, data: about });
	response.writeHead(status ?? error.status, headersFor(exchange, error, text));
	response.end(request.method === "HEAD" ? undefined : text);
	// What was begun to be read must be read to its end, or the client never comes to reading the answer.
	request.resume();
}
