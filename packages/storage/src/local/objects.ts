import { onStoreDisk } from "../disk/errors.ts";
import { assertKey } from "../keys.ts";
import type { ObjectStorage } from "../types.ts";
import { removeObject } from "./commit.ts";
import { copyObject } from "./copy.ts";
import { getObject } from "./get.ts";
import type { LocalParts } from "./parts.ts";
import { putObject, storeFile } from "./put.ts";
import { headOf, readRecord } from "./record.ts";

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
