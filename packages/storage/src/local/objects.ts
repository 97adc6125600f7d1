import { constants } from "node:fs";
import { copyFile, type FileHandle, link, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { Clock } from "@nuclom/core";
import { handOver } from "../body-stream.ts";
import { errorCode, onStoreDisk } from "../disk/errors.ts";
import { ensureFolder, fileMode } from "../disk/folders.ts";
import type { Hasher } from "../disk/hasher.ts";
import { writeBody } from "../disk/write-body.ts";
import type { KeyedLock } from "../keyed-lock.ts";
import { assertKey } from "../keys.ts";
import { assertPutSize, objectNotFound } from "../object-errors.ts";
import { assertProperties } from "../properties.ts";
import { resolveRange } from "../range.ts";
import type {
	ByteRange,
	ObjectBody,
	ObjectHead,
	ObjectProperties,
	ObjectStorage,
	PutOptions,
} from "../types.ts";
import { commitObject, removeObject } from "./commit.ts";
import type { Layout } from "./layout.ts";
import { type OpenObjects, openObject } from "./open-objects.ts";
import { headOf, type ObjectRecord, readRecord } from "./record.ts";
import { withTemporaryFile } from "./temporary.ts";

export interface LocalParts {
	readonly layout: Layout;
	readonly lock: KeyedLock;
	readonly hasher: Hasher;
	readonly opened: OpenObjects;
	readonly clock: Clock;
}

/** Large reads: 64 KiB ones cost two thirds of the throughput. */
const readBytes = 1024 * 1024;

async function getObject(
	{ layout }: LocalParts,
	key: string,
	{ range, signal }: Parameters<ObjectStorage["get"]>[1] = {},
): Promise<ObjectBody> {
	signal?.throwIfAborted();
	const opened = await openObject(layout, key);
	if (!opened) throw objectNotFound(key);
	const { handle, record } = opened;
	try {
		const resolved = resolveRange(range, record.sizeBytes);
		const stream = streamOf(handle, resolved);
		return { ...headOf(record), range: resolved, stream: handOver(stream, signal) };
	} catch (error) {
		await handle.close();
		throw error;
	}
}

/** Closes the file when it ends. An empty section has no end that createReadStream could name: it reads nothing. */
function streamOf(handle: FileHandle, { start, end }: Required<ByteRange>): Readable {
	if (end >= start) return handle.createReadStream({ start, end, highWaterMark: readBytes });
	return handle.createReadStream({ start, highWaterMark: readBytes });
}

/** Commits under the key's lock; whoever keeps the former object open lets go of it. */
async function commit(
	{ layout, lock, opened }: LocalParts,
	file: string,
	facts: Omit<ObjectRecord, "version" | "blob">,
	options?: { ifAbsent?: boolean },
): Promise<ObjectHead> {
	const record = await lock(facts.key, () => commitObject(layout, file, facts, options));
	opened.forget(facts.key);
	return headOf(record);
}

function factsOf(parts: LocalParts, key: string, options: ObjectProperties, sizeBytes: number) {
	const { contentType, metadata = {}, cacheControl } = options;
	const facts = {
		key,
		sizeBytes,
		contentType,
		metadata,
		lastModifiedMs: parts.clock.now().getTime(),
	};
	return cacheControl === undefined ? facts : { ...facts, cacheControl };
}

async function putObject(
	parts: LocalParts,
	key: string,
	given: Readable | Uint8Array,
	options: PutOptions,
): Promise<ObjectHead> {
	const { sizeBytes, signal, ifAbsent = false } = options;
	// An array would be taken apart into its numbers; in a list it is one chunk.
	const body = given instanceof Uint8Array ? Readable.from([given]) : given;
	try {
		assertKey(key);
		assertProperties(options);
		assertPutSize(sizeBytes);
		return await withTemporaryFile(parts.layout, async ({ path, handle }) => {
			await writeBody(body, handle, { sizeBytes, ...(signal ? { signal } : {}) });
			const md5 = parts.hasher.md5({ fd: handle.fd, start: 0, sizeBytes });
			const [etag] = await Promise.all([md5, handle.sync()]);
			const facts = { ...factsOf(parts, key, options, sizeBytes), etag };
			return commit(parts, path, facts, { ifAbsent });
		});
	} finally {
		body.destroy();
	}
}

async function storeFile(
	parts: LocalParts,
	key: string,
	filePath: string,
	options: ObjectProperties & { signal?: AbortSignal },
): Promise<ObjectHead> {
	assertKey(key);
	assertProperties(options);
	return withTemporaryFile(parts.layout, async ({ path, handle }) => {
		// Where the file system can share blocks, nothing is copied.
		await copyFile(filePath, path, constants.COPYFILE_FICLONE);
		// copyFile also copied the mode.
		await handle.chmod(fileMode);
		options.signal?.throwIfAborted();
		const { size } = await handle.stat();
		const md5 = parts.hasher.md5({ fd: handle.fd, start: 0, sizeBytes: size });
		const [etag] = await Promise.all([md5, handle.sync()]);
		return commit(parts, path, { ...factsOf(parts, key, options, size), etag });
	});
}

async function linkOrCopy(from: string, to: string): Promise<void> {
	try {
		// Bytes never change under a record, so two objects may share them.
		await link(from, to);
	} catch (error) {
		if (!["EPERM", "EMLINK", "EXDEV", "ENOTSUP"].includes(errorCode(error) ?? "")) throw error;
		await copyFile(from, to, constants.COPYFILE_FICLONE);
		const handle = await open(to, "r+");
		await handle.sync().finally(() => handle.close());
	}
}

async function copyObject(parts: LocalParts, from: string, to: string): Promise<ObjectHead> {
	const { layout, clock } = parts;
	assertKey(to);
	const record = await readRecord(layout, from);
	if (!record) throw objectNotFound(from);
	await ensureFolder(layout.tmp);
	const temporary = layout.newTemporary();
	try {
		await linkOrCopy(join(layout.objectFolder(from), record.blob), temporary);
		const { version, blob, storageUploadId, ...facts } = record;
		const lastModifiedMs = clock.now().getTime();
		return await commit(parts, temporary, { ...facts, key: to, lastModifiedMs });
	} catch (error) {
		throw errorCode(error) === "ENOENT" ? objectNotFound(from) : error;
	} finally {
		await rm(temporary, { force: true });
	}
}

async function deleteObjects(
	{ layout, lock, opened }: LocalParts,
	keys: readonly string[],
): Promise<void> {
	for (const key of keys) assertKey(key);
	for (const key of keys) {
		await lock(key, () => removeObject(layout, key));
		opened.forget(key);
	}
}

/** The part of the local driver that deals with whole objects. */
export function createObjects(
	parts: LocalParts,
): Pick<ObjectStorage, "head" | "get" | "put" | "uploadFile" | "copy" | "delete"> {
	return {
		head: (key) =>
			onStoreDisk(async () => {
				const record = await readRecord(parts.layout, key);
				return record && headOf(record);
			}),
		get: (key, options) => onStoreDisk(() => getObject(parts, key, options)),
		put: (key, body, options) => onStoreDisk(() => putObject(parts, key, body, options)),
		uploadFile: (key, path, options) => onStoreDisk(() => storeFile(parts, key, path, options)),
		copy: (from, to) => onStoreDisk(() => copyObject(parts, from, to)),
		delete: (keys) => onStoreDisk(() => deleteObjects(parts, keys)),
	};
}
