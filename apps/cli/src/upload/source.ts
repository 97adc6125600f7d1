import { createHash } from "node:crypto";
import { type FileHandle, open, realpath, stat } from "node:fs/promises";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { AppError } from "@nuclom/core";

/** What tells one state of a file from another. */
export interface FileFacts {
	readonly sizeBytes: number;
	/** Nanoseconds, as text: too many digits for a number. */
	readonly mtimeNs: string;
}

export interface Section {
	readonly start: number;
	readonly sizeBytes: number;
}

/** A file that is open for sending. */
export interface Source extends AsyncDisposable {
	readonly path: string;
	readonly name: string;
	readonly facts: FileFacts;
	read(section: Section): Readable;
	/** MD5 in base64, as Content-MD5 carries it. */
	md5(section: Section, signal: AbortSignal): Promise<string>;
	/** @throws {AppError} UPLOAD_FILE_CHANGED */
	assertUnchanged(): Promise<void>;
}

const chunkBytes = 512 * 1024;

function unreadable(path: string, why: string): AppError {
	return new AppError("UPLOAD_FILE_UNREADABLE", `${path} cannot be read: ${why}.`, {
		hint: "Check its name and its permissions.",
	});
}

function changed(path: string): AppError {
	return new AppError("UPLOAD_FILE_CHANGED", `${path} changed while it was being sent.`, {
		hint: "When it is written to its end, run the same command again: it begins anew.",
	});
}

/** By position, so that several sections are read of one open file; a stream over it would close it at its end. */
async function* readSection(
	handle: FileHandle,
	{ start, sizeBytes }: Section,
	onEnd: () => AppError,
) {
	const end = start + sizeBytes;
	for (let at = start; at < end; ) {
		const wanted = Math.min(chunkBytes, end - at);
		const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(wanted), 0, wanted, at);
		if (bytesRead === 0) throw onEnd();
		at += bytesRead;
		yield buffer.subarray(0, bytesRead);
	}
}

const reasons: Readonly<Record<string, string>> = {
	ENOENT: "there is no such file",
	EACCES: "you are not allowed to",
	EISDIR: "it is a folder",
};

async function readFacts(path: string): Promise<FileFacts> {
	const { size, mtimeNs } = await stat(path, { bigint: true });
	return { sizeBytes: Number(size), mtimeNs: String(mtimeNs) };
}

export const isSame = (one: FileFacts, other: FileFacts): boolean =>
	one.sizeBytes === other.sizeBytes && one.mtimeNs === other.mtimeNs;

/** @throws {AppError} UPLOAD_FILE_UNREADABLE */
export async function openSource(given: string): Promise<Source> {
	try {
		const path = await realpath(given);
		if (!(await stat(path)).isFile()) throw unreadable(given, "it is no file");
		const handle = await open(path, "r");
		const facts = await readFacts(path);
		const read = (section: Section) =>
			Readable.from(
				readSection(handle, section, () => changed(given)),
				{ objectMode: false },
			);
		return {
			...{ path, name: basename(path), facts, read },
			async md5(section, signal) {
				const hash = createHash("md5");
				for await (const chunk of read(section)) {
					signal.throwIfAborted();
					hash.update(chunk as Buffer);
				}
				return hash.digest("base64");
			},
			async assertUnchanged() {
				const now = await readFacts(path).catch(() => undefined);
				if (now && isSame(now, facts)) return;
				throw changed(given);
			},
			[Symbol.asyncDispose]: () => handle.close(),
		};
	} catch (error) {
		if (AppError.isInstance(error)) throw error;
		const { code = "", message } = error as NodeJS.ErrnoException;
		throw unreadable(given, reasons[code] ?? message);
	}
}
