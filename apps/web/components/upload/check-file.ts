import { formatBytes } from "../../lib/format/bytes.ts";
import type { UploadTrouble } from "./trouble.ts";

/** What is wrong with a file before its first byte is sent; null when nothing is. */
export function checkFile(
	file: { readonly name: string; readonly size: number },
	maxUploadBytes: number,
): UploadTrouble | null {
	if (file.size === 0) {
		return {
			what: "This file is empty.",
			next: "If it is still being written or downloaded, wait until it is complete and drop it again.",
			canResume: false,
		};
	}
	if (file.size > maxUploadBytes) {
		return {
			what: `This file has ${formatBytes(file.size)}; the limit is ${formatBytes(maxUploadBytes)}.`,
			next: "Export it smaller, or ask whoever runs this server to raise the limit.",
			canResume: false,
		};
	}
	return null;
}

export const folderTrouble: UploadTrouble = {
	what: "Folders cannot be uploaded.",
	next: "Open the folder and drop the files that are in it.",
	canResume: false,
};
