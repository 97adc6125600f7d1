import { once } from "node:events";
import type { FileHandle } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { createBuffers } from "./buffers.ts";

/** Shared by every answer of this process. */
const buffers = createBuffers();

/** True when the bytes are with the system, false when the client is gone. */
function write(
	response: ServerResponse,
	bytes: Buffer,
	closed: Promise<unknown>,
): Promise<boolean> {
	const written = new Promise<boolean>((resolve) => {
		response.write(bytes, (error) => resolve(!error));
	});
	// A connection that breaks does not always call back.
	return Promise.race([written, closed.then(() => false)]);
}

/**
 * Sends a section of an open file, both ends counted in, through one reused buffer: each answer holds that much memory
 * and no more, however slow its client is. Returns when the last byte was handed to the system or the client left.
 */
export async function sendSection(
	response: ServerResponse,
	handle: FileHandle,
	start: number,
	end: number,
): Promise<void> {
	const closed = once(response, "close").catch(() => {});
	const lease = buffers.lend();
	const { buffer } = lease;
	let isListening = true;
	try {
		for (let at = start; at <= end && isListening; ) {
			const { bytesRead } = await handle.read(buffer, 0, Math.min(buffer.length, end - at + 1), at);
			if (bytesRead === 0) throw new Error("The stored object is shorter than its record says.");
			at += bytesRead;
			isListening = await write(response, buffer.subarray(0, bytesRead), closed);
		}
	} finally {
		lease.end(isListening);
	}
	response.end();
}
