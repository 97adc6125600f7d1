import { once } from "node:events";
import { readSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { createBuffers } from "./buffers.ts";
import { createHotBlocks } from "./hot-blocks.ts";

/** Shared by every answer of this process. */
const buffers = createBuffers();
const hotBlocks = createHotBlocks();

export interface Section {
	readonly handle: FileHandle;
	/** Names the bytes behind the handle; never used for others. */
	readonly file: string;
	readonly start: number;
	/** The last byte, counted in. */
	readonly end: number;
}

/** Fills the buffer from this place on; on the spot where nothing has to be waited for. */
async function read({ handle, file, end }: Section, buffer: Buffer, at: number): Promise<Buffer> {
	const wanted = Math.min(buffer.length, end - at + 1);
	let bytesRead: number;
	let waitedMs = 0;
	if (hotBlocks.areHot(file, at, wanted)) {
		const begin = performance.now();
		bytesRead = readSync(handle.fd, buffer, 0, wanted, at);
		waitedMs = performance.now() - begin;
	} else {
		bytesRead = (await handle.read(buffer, 0, wanted, at)).bytesRead;
	}
	if (bytesRead === 0) throw new Error("The stored object is shorter than its record says.");
	hotBlocks.note(file, at, bytesRead, waitedMs);
	return buffer.subarray(0, bytesRead);
}

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
 * Sends a section of an open file through one reused buffer: each answer holds that much memory and no more, however
 * slow its client is. Returns when the last byte was handed to the system or the client left.
 */
export async function sendSection(response: ServerResponse, section: Section): Promise<void> {
	const closed = once(response, "close").catch(() => {});
	const lease = buffers.lend();
	let isListening = true;
	try {
		for (let at = section.start; at <= section.end && isListening; ) {
			const bytes = await read(section, lease.buffer, at);
			at += bytes.length;
			isListening = await write(response, bytes, closed);
		}
	} finally {
		lease.end(isListening);
	}
	response.end();
}
