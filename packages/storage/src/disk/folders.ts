import { mkdir, open, rmdir } from "node:fs/promises";
import { dirname } from "node:path";
import { errorCode } from "./errors.ts";

/** Only Nuclom's user may look into the store. */
const folderMode = 0o700;
export const fileMode = 0o600;

/** Makes renames and new names in a folder outlast a power cut. Systems that cannot open folders need not. */
export async function syncFolder(path: string): Promise<void> {
	if (process.platform === "win32") return;
	const handle = await open(path, "r");
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** Creates a folder and its parents; those that are new outlast a power cut. */
export async function ensureFolder(path: string): Promise<void> {
	const first = await mkdir(path, { recursive: true, mode: folderMode });
	if (first === undefined) return;
	for (
		let folder = dirname(path);
		folder.length >= dirname(first).length;
		folder = dirname(folder)
	) {
		await syncFolder(folder);
		if (folder === dirname(folder)) return;
	}
}

/** Removes a folder and its parents below `root` while they are empty. */
export async function pruneFolders(path: string, root: string): Promise<void> {
	for (let folder = path; folder.length > root.length; folder = dirname(folder)) {
		try {
			await rmdir(folder);
		} catch (error) {
			// Not empty, in use again, or gone already: all as good.
			if (["ENOTEMPTY", "EEXIST", "EBUSY"].includes(errorCode(error) ?? "")) return;
			if (errorCode(error) !== "ENOENT") throw error;
		}
	}
}
