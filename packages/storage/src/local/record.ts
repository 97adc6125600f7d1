import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { errorCode } from "../disk/errors.ts";
import type { ObjectHead } from "../types.ts";
import { type Layout, recordName } from "./layout.ts";

/** `@object.json`: one object, as it lies on the disk. */
export interface ObjectRecord {
	readonly version: 1;
	readonly key: string;
	/** Name of the file with the bytes, in the record's folder. */
	readonly blob: string;
	readonly sizeBytes: number;
	readonly etag: string;
	readonly contentType: string;
	readonly lastModifiedMs: number;
	readonly metadata: Readonly<Record<string, string>>;
	readonly cacheControl?: string;
	/** The multipart upload that it came from. */
	readonly storageUploadId?: string;
}

/** What is stored under a key; null when nothing is. */
export async function readRecord(layout: Layout, key: string): Promise<ObjectRecord | null> {
	try {
		return JSON.parse(await readFile(join(layout.objectFolder(key), recordName), "utf8"));
	} catch (error) {
		if (["ENOENT", "ENOTDIR"].includes(errorCode(error) ?? "")) return null;
		throw error;
	}
}

export function headOf(record: ObjectRecord): ObjectHead {
	const { key, sizeBytes, etag, contentType, metadata, cacheControl } = record;
	const lastModified = new Date(record.lastModifiedMs);
	const head = { key, sizeBytes, etag, contentType, lastModified, metadata };
	return cacheControl === undefined ? head : { ...head, cacheControl };
}
