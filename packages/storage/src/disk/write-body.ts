import type { FileHandle } from "node:fs/promises";
import { addAbortSignal, type Readable } from "node:stream";
import { wrongLength } from "../object-errors.ts";
import { createFileWriter } from "./file-writer.ts";

export interface WriteBodyOptions {
	/** Where in the file the first byte goes. */
	readonly position?: number;
	/** The body must be exactly this long. */
	readonly sizeBytes: number;
	readonly ownsChunks?: boolean;
	readonly signal?: AbortSignal;
	/** Sees every chunk before it is written. */
	readonly onChunk?: (chunk: Buffer) => void;
}

/**
 * Writes a stream to an open file, in bounded memory. Returns or throws when no write is under way any more, so the
 * file may be closed. The stream is left open on failure: an HTTP request must live on to be answered.
 * @throws {AppError} UPLOAD_SIZE_MISMATCH; and whatever the stream, the disk or the signal throws
 */
export async function writeBody(
	body: Readable,
	handle: FileHandle,
	options: WriteBodyOptions,
): Promise<void> {
	const { sizeBytes, signal, onChunk, ...target } = options;
	const writer = createFileWriter(handle, target);
	let received = 0;
	if (signal) addAbortSignal(signal, body);
	try {
		for await (const given of body.iterator({ destroyOnReturn: false })) {
			const chunk: Buffer = Buffer.isBuffer(given) ? given : Buffer.from(given);
			received += chunk.length;
			if (received > sizeBytes) throw wrongLength(sizeBytes, received);
			onChunk?.(chunk);
			await writer.write(chunk);
		}
		if ((await writer.finish()) !== sizeBytes) throw wrongLength(sizeBytes, received);
	} catch (error) {
		signal?.throwIfAborted();
		throw error;
	} finally {
		await writer.settle();
	}
}
