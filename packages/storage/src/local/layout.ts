import { join } from "node:path";
import { isId, newId } from "@nuclom/core";
import { assertKey } from "../keys.ts";

/**
 * Where things lie under STORAGE_PATH. Names that begin with `@` cannot be a key's segment, so an object's files never
 * meet a deeper key's folder, and `a/b` may stand beside `a/b/c` as in S3.
 *
 * - `objects/<key>/@object.json`  the object's record; where it is, the object is
 * - `objects/<key>/@<id>`         its bytes, named by the record and never changed
 * - `uploads/<id>/`               an unfinished multipart upload
 * - `joining/<id>/`               one that is being completed: no part can reach it any more
 * - `tmp/<id>`                    what is being written; of no use after a crash
 */
export interface Layout {
	readonly objects: string;
	readonly tmp: string;
	/** @throws {AppError} STORAGE_KEY_INVALID */
	objectFolder(key: string): string;
	/** Null for what is no upload id. */
	upload(storageUploadId: string): { readonly open: string; readonly joining: string } | null;
	newTemporary(): string;
}

export const recordName = "@object.json";

export function createLayout(root: string): Layout {
	const objects = join(root, "objects");
	const tmp = join(root, "tmp");
	return {
		objects,
		tmp,
		objectFolder(key) {
			assertKey(key);
			return join(objects, ...key.split("/"));
		},
		upload(id) {
			if (!isId(id)) return null;
			return { open: join(root, "uploads", id), joining: join(root, "joining", id) };
		},
		newTemporary: () => join(tmp, newId()),
	};
}
