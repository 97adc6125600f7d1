import type { IncomingMessage, ServerResponse } from "node:http";
import { AppError } from "@nuclom/core";
import { sendError } from "./respond.ts";

const mebibyte = 1024 * 1024;
/** Files go to /storage; everything else is a form or a little JSON. */
const maxBodyBytes = mebibyte;
/** How long such a body may take to arrive. */
const bodyTimeoutMs = 30_000;
/** How long a client that sends a file may stay silent. */
const silenceMs = 60_000;

function tooLarge(): AppError {
	return new AppError("PAYLOAD_TOO_LARGE", "The request is too large.", {
		hint: "Files are sent in parts, straight to the store.",
		data: { maxBytes: maxBodyBytes },
	});
}

/**
 * Answers 413 when a body is longer than we read, whether its length was announced or not.
 * True when the request was refused already.
 */
export function limitBody(
	request: IncomingMessage,
	response: ServerResponse,
	requestId: string,
): boolean {
	const refuse = () => {
		response.setHeader("connection", "close");
		response.once("finish", () => request.socket.destroySoon());
		sendError(response, tooLarge(), requestId);
	};
	if (Number(request.headers["content-length"] ?? 0) > maxBodyBytes) {
		refuse();
		return true;
	}
	if (request.headers["transfer-encoding"] !== undefined) countBody(request, refuse);
	limitTime(request);
	return false;
}

/** The parser hands every chunk to `push`: the one place that sees a body without starting its flow. */
function countBody(request: IncomingMessage, refuse: () => void): void {
	const push = request.push.bind(request);
	let received = 0;
	request.push = (chunk: Buffer | null, encoding) => {
		received += chunk?.length ?? 0;
		if (received <= maxBodyBytes) return push(chunk, encoding);
		request.push = () => false;
		refuse();
		return false;
	};
}

function limitTime(request: IncomingMessage): void {
	if (request.headers["content-length"] === undefined && !request.headers["transfer-encoding"]) {
		return;
	}
	const timer = setTimeout(() => request.destroy(), bodyTimeoutMs);
	timer.unref();
	const stop = () => clearTimeout(timer);
	request.once("end", stop);
	request.once("close", stop);
}

/** A file may take hours, but bytes must keep coming. */
export function limitSilence(request: IncomingMessage): void {
	if (request.method !== "PUT" && request.method !== "POST") return;
	const { socket } = request;
	const cut = () => socket.destroy();
	socket.setTimeout(silenceMs, cut);
	request.once("end", () => {
		socket.setTimeout(0);
		socket.off("timeout", cut);
	});
}
