import { read, readSync } from "node:fs";
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

type Done = (error: Error | null, bytesRead: number) => void;

/** Fills the buffer from this place on: on the spot where nothing has to be waited for. */
function readBlock({ handle, file, end }: Section, buffer: Buffer, at: number, done: Done): void {
	const wanted = Math.min(buffer.length, end - at + 1);
	if (!hotBlocks.areHot(file, at, wanted)) {
		read(handle.fd, buffer, 0, wanted, at, (error, bytesRead) => {
			if (!error) hotBlocks.note(file, at, wanted, 0);
			done(error, bytesRead);
		});
		return;
	}
	const begin = performance.now();
	const bytesRead = readSync(handle.fd, buffer, 0, wanted, at);
	hotBlocks.note(file, at, wanted, performance.now() - begin);
	done(null, bytesRead);
}

/**
 * Sends a section of an open file through one reused buffer: each answer holds that much memory and no more, however
 * slow its client is. Settles when the last byte was handed to the system or the client left, and no read is under way.
 * Callbacks, not a loop of promises: this is where the server spends its time.
 */
export function sendSection(response: ServerResponse, section: Section): Promise<void> {
	const { promise, resolve, reject } = Promise.withResolvers<void>();
	const lease = buffers.lend();
	let at = section.start;
	let isReading = false;
	let isSettled = false;

	function settle(isBufferFree: boolean, error?: Error): void {
		if (isSettled) return;
		isSettled = true;
		response.off("close", leave);
		lease.end(isBufferFree);
		if (error) reject(error);
		else resolve();
	}

	// A connection that breaks does not always call back; the system may still look at the buffer.
	function leave(): void {
		if (!isReading) settle(false);
	}

	function next(error?: Error | null): void {
		if (error || response.destroyed) settle(false);
		if (isSettled) return;
		if (at <= section.end) {
			isReading = true;
			readBlock(section, lease.buffer, at, send);
		} else {
			response.end();
			settle(true);
		}
	}

	function send(error: Error | null, bytesRead: number): void {
		isReading = false;
		if (error) settle(true, error);
		else if (response.destroyed) settle(true);
		else if (bytesRead === 0)
			settle(true, new Error("The object is shorter than its record says."));
		else {
			at += bytesRead;
			response.write(lease.buffer.subarray(0, bytesRead), next);
		}
	}

	response.once("close", leave);
	next();
	return promise;
}
