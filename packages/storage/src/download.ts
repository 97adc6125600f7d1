import { createHash, type Hash } from "node:crypto";
import { type FileHandle, open, rm } from "node:fs/promises";
import { AppError } from "@nuclom/core";
import { targetError } from "./disk/errors.ts";
import { createFileWriter } from "./disk/file-writer.ts";
import { fileMode } from "./disk/folders.ts";
import type { ObjectBody, ObjectStorage } from "./types.ts";

/** Tries in a row that bring next to nothing. */
const mostIdleTries = 3;
const littleBytes = 64 * 1024;

type DownloadOptions = NonNullable<Parameters<ObjectStorage["download"]>[2]>;
type Getter = Pick<ObjectStorage, "get">;

interface Target {
	readonly handle: FileHandle;
	readonly hash: Hash;
	receivedBytes: number;
}

function tooLarge(sizeBytes: number, maxBytes: number): AppError {
	return new AppError("PAYLOAD_TOO_LARGE", "The object is larger than allowed here.", {
		data: { sizeBytes, maxBytes },
	});
}

function brokenOff(cause?: unknown): AppError {
	return new AppError("STORAGE_UNAVAILABLE", "The storage broke off in the middle of an object.", {
		hint: "Try again.",
		cause,
	});
}

/** Appends what a stream brings; a broken stream's bytes count as far as they came. */
async function append(target: Target, stream: ObjectBody["stream"]): Promise<void> {
	const { handle, hash } = target;
	const writer = createFileWriter(handle, { position: target.receivedBytes });
	try {
		for await (const chunk of stream) {
			hash.update(chunk);
			target.receivedBytes += chunk.length;
			await writer.write(chunk);
		}
	} finally {
		await writer.finish();
	}
}

/** Reads on from where the target stands, and again where a connection breaks. */
async function fill(
	storage: Getter,
	first: ObjectBody,
	target: Target,
	signal: AbortSignal | undefined,
): Promise<void> {
	const { key, etag, sizeBytes } = first;
	let body: ObjectBody | undefined = first;
	let idleTries = 0;
	let failure: unknown;
	while (target.receivedBytes < sizeBytes && idleTries < mostIdleTries) {
		const before = target.receivedBytes;
		try {
			body ??= await storage.get(key, { range: { start: before }, ...(signal ? { signal } : {}) });
			if (body.etag !== etag) throw brokenOff();
			await append(target, body.stream);
		} catch (error) {
			signal?.throwIfAborted();
			failure = targetError(error);
			if (AppError.isInstance(failure) && failure.code !== "STORAGE_UNAVAILABLE") throw failure;
		}
		body = undefined;
		idleTries = target.receivedBytes - before > littleBytes ? 0 : idleTries + 1;
	}
	if (target.receivedBytes !== sizeBytes) throw brokenOff(failure);
}

/**
 * Streams an object into a file and hashes it on the way. A connection that breaks is taken up again where it broke.
 * On failure no file is left.
 * @throws {AppError} STORAGE_OBJECT_NOT_FOUND, PAYLOAD_TOO_LARGE, STORAGE_UNAVAILABLE, DISK_FULL
 */
export async function download(
	storage: Getter,
	key: string,
	filePath: string,
	{ signal, maxBytes = Number.POSITIVE_INFINITY }: DownloadOptions = {},
): Promise<{ sizeBytes: number; sha256: string }> {
	const body = await storage.get(key, signal ? { signal } : {});
	try {
		const { sizeBytes } = body;
		if (sizeBytes > maxBytes) throw tooLarge(sizeBytes, maxBytes);
		const handle = await open(filePath, "w", fileMode);
		const target: Target = { handle, hash: createHash("sha256"), receivedBytes: 0 };
		try {
			await fill(storage, body, target, signal);
			return { sizeBytes, sha256: target.hash.digest("hex") };
		} catch (error) {
			// Somebody may have named a device.
			if ((await handle.stat()).isFile()) await rm(filePath, { force: true });
			throw error;
		} finally {
			await handle.close();
		}
	} finally {
		body.stream.destroy();
	}
}
