import type { FileWithPath } from "file-selector";
import { holdEvent } from "./hold-event.ts";
import { isVideoFile } from "./video-files.ts";

export interface ChosenFile {
	readonly file: File;
	/** Chromium's way back to it. */
	readonly handle?: FileSystemFileHandle | undefined;
}

export interface Dropped {
	readonly files: readonly ChosenFile[];
	/** Names of folders that have no video in them. */
	readonly emptyFolders: readonly string[];
}

/** Does this drag bring files from outside the window? Text and links of the page do not count. */
export const bringsFiles = (transfer: DataTransfer | null): boolean =>
	transfer?.types.includes("Files") ?? false;

/** "/footage/day 1/a.mp4" came out of "footage"; what was dropped itself came out of nothing. */
const folderOf = ({ path }: FileWithPath) => /^\/?([^/.][^/]*)\/./.exec(path)?.[1];

/** Folders that hang on a drag; to be asked while the event lasts. */
function foldersOf(event: Event): string[] {
	const items = event instanceof DragEvent ? [...(event.dataTransfer?.items ?? [])] : [];
	const entries = items.map((item) => item.webkitGetAsEntry?.());
	return entries.flatMap((entry) => (entry?.isDirectory ? [entry.name] : []));
}

/**
 * Files of a drop, a paste or an input. Folders are walked through, and every video in them is taken; a file that
 * was dropped itself is taken whatever it is. Must be called while the event lasts. The walker is fetched then:
 * few pages are ever dropped on.
 */
export async function takeFiles(event: Event): Promise<Dropped> {
	const folders = foldersOf(event);
	const held = holdEvent(event);
	const { fromEvent } = await import("file-selector");
	const taken = (await fromEvent(held)).filter((one) => one instanceof File) as FileWithPath[];
	const wanted = taken.filter((file) => !folderOf(file) || isVideoFile(file));
	const filled = new Set(wanted.map(folderOf));
	return {
		files: wanted.map((file) => ({ file, handle: file.handle })),
		emptyFolders: folders.filter((name) => !filled.has(name)),
	};
}
