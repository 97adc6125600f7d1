import { type FileHandle, open, rm } from "node:fs/promises";
import { ensureFolder, fileMode } from "../disk/folders.ts";
import type { Layout } from "./layout.ts";

export interface TemporaryFile {
	readonly path: string;
	readonly handle: FileHandle;
}

/** Gives `work` a new file to fill; it is closed afterwards, and removed unless `work` moved it away. */
export async function withTemporaryFile<T>(
	layout: Layout,
	work: (file: TemporaryFile) => Promise<T>,
): Promise<T> {
	await ensureFolder(layout.tmp);
	const path = layout.newTemporary();
	const handle = await open(path, "wx+", fileMode);
	try {
		return await work({ path, handle });
	} finally {
		await handle.close();
		await rm(path, { force: true });
	}
}

/** Writes a small file that is whole and on disk before `work` gives it its name. */
export function withWrittenFile<T>(
	layout: Layout,
	text: string,
	work: (path: string) => Promise<T>,
): Promise<T> {
	return withTemporaryFile(layout, async ({ path, handle }) => {
		await handle.writeFile(text);
		await handle.sync();
		return work(path);
	});
}
