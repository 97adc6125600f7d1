import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { errorCode } from "../disk/errors.ts";
import { assertPrefix, isKey } from "../keys.ts";
import { assertLimit } from "../object-errors.ts";
import type { ListedObject, ObjectStorage } from "../types.ts";
import type { Layout } from "./layout.ts";
import { readRecord } from "./record.ts";

const most = 1000;

/** An object or a folder of objects, by its place among its neighbours. */
interface Item {
	/** A key, or the beginning of keys when it ends with a slash. */
	readonly path: string;
	readonly isFolder: boolean;
}

async function childNames(folder: string): Promise<string[]> {
	try {
		const entries = await readdir(folder, { withFileTypes: true });
		return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
	} catch (error) {
		if (["ENOENT", "ENOTDIR"].includes(errorCode(error) ?? "")) return [];
		throw error;
	}
}

/** Keys are ASCII, so this is the order of their bytes, as S3 lists them. */
const byPath = (a: Item, b: Item) => (a.path < b.path ? -1 : 1);

/** Does a folder, named with its slash, hold keys that begin with the prefix and come after the cursor? */
function isWanted(folder: string, prefix: string, after: string): boolean {
	const isInside = folder.startsWith(prefix) || prefix.startsWith(folder);
	return isInside && (folder > after || after.startsWith(folder));
}

/**
 * Keys below `parent` (empty, or ending with a slash), in order. Every name in a folder may be an object and a folder
 * of objects at once: `a/b`, `a/b-c`, `a/b/c` is the order, so both take their own place.
 */
async function* walk(
	layout: Layout,
	parent: string,
	prefix: string,
	after: string,
): AsyncGenerator<string> {
	const names = await childNames(join(layout.objects, parent));
	const items = names.flatMap((name): Item[] => [
		{ path: parent + name, isFolder: false },
		{ path: `${parent}${name}/`, isFolder: true },
	]);
	for (const { path, isFolder } of items.sort(byPath)) {
		if (isFolder) {
			if (isWanted(path, prefix, after)) yield* walk(layout, path, prefix, after);
		} else if (path.startsWith(prefix) && path > after && isKey(path)) yield path;
	}
}

/** Lists by walking the folders in the order of keys; it reads no more of them than it needs. */
export function createList(layout: Layout): ObjectStorage["list"] {
	return async ({ prefix, cursor, limit = most }) => {
		assertPrefix(prefix);
		assertLimit(limit, most);
		const objects: ListedObject[] = [];
		for await (const key of walk(layout, "", prefix, cursor ?? "")) {
			const record = await readRecord(layout, key);
			if (!record) continue;
			if (objects.length === limit) return { objects, cursor: objects.at(-1)?.key ?? null };
			const { sizeBytes, etag, lastModifiedMs } = record;
			objects.push({ key, sizeBytes, etag, lastModified: new Date(lastModifiedMs) });
		}
		return { objects, cursor: null };
	};
}
