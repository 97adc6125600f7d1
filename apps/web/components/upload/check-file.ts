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

export const emptyFolderTrouble: UploadTrouble = {
	what: "There is no video in this folder.",
	next: "Drop a folder that has one, or the files themselves.",
	canResume: false,
};

export const otherTabTrouble: UploadTrouble = {
	what: "Another tab of this browser is sending this file.",
	next: "Go on there, or close it and resume here.",
	canResume: true,
};

/** Somebody chose a file to go on with, and it is not the one that was begun. */
export function otherFileTrouble(
	file: { readonly name: string; readonly size: number },
	begun: { readonly fileName: string; readonly sizeBytes: number },
): UploadTrouble {
	const isOtherSize = file.size !== begun.sizeBytes;
	const sizes = `it has ${formatBytes(file.size)}, not ${formatBytes(begun.sizeBytes)}`;
	// Two sizes may read alike and yet differ.
	const exact = formatBytes(file.size) === formatBytes(begun.sizeBytes);
	const why = isOtherSize && !exact ? sizes : "its content is different";
	return {
		what: `“${file.name}” is not the file that was begun: ${why}.`,
		next: `Choose the original ${begun.fileName}, or discard this upload.`,
		canResume: false,
	};
}
