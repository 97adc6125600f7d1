import { constants } from "node:fs";
import { copyFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { fileMode } from "../disk/folders.ts";
import { writeBody } from "../disk/write-body.ts";
import { assertKey } from "../keys.ts";
import { assertPutSize } from "../object-errors.ts";
import { assertProperties } from "../properties.ts";
import type { ObjectHead, ObjectProperties, PutOptions } from "../types.ts";
import { commitObject } from "./commit.ts";
import type { LocalParts } from "./parts.ts";
import { headOf, type ObjectRecord } from "./record.ts";
import { withTemporaryFile } from "./temporary.ts";

/** Commits under the key's lock; whoever keeps the former object open lets go of it. */
export async function commit(
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

export async function putObject(
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

export async function storeFile(
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
