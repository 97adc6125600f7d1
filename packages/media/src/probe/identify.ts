import { open } from "node:fs/promises";
import { AppError } from "@nuclom/core";
import { fileTypeFromBuffer } from "file-type";
import { acceptedHint, decodeHead, nameOfText } from "./text-kinds.ts";

const headBytes = 64 * 1024;

const mimeKinds: ReadonlyArray<readonly [RegExp, string]> = [
	[/^image\/gif$/, "an animated picture"],
	[/^image\//, "a picture"],
	[/^audio\//, "a sound file"],
	[/^application\/pdf$/, "a document"],
	[/officedocument|opendocument|msword/, "a document"],
	[/zip|compress|gzip|tar|x-7z|rar|bzip|xz|zstd/, "an archive"],
	[/executable|x-elf|x-msdownload|x-mach|sharedlib/, "a program"],
	[/^font\//, "a font"],
];

/**
 * The error for a file that ffprobe does not take: says what it is instead, from its first bytes.
 * MEDIA_NOT_A_VIDEO, or MEDIA_UNSUPPORTED for a video that is damaged or of a refused kind.
 */
export async function refusal(path: string, cause?: unknown): Promise<AppError> {
	const { what, isVideo } = await describeFile(path);
	if (isVideo) {
		return new AppError("MEDIA_UNSUPPORTED", `This ${what} video cannot be read.`, {
			hint: "It may be damaged. Play it on your own machine, or export it again as MP4.",
			cause,
		});
	}
	const message = what === "empty" ? "This file is empty." : `This file is ${what}, not a video.`;
	return new AppError("MEDIA_NOT_A_VIDEO", message, { hint: acceptedHint, cause });
}

export function audioOnly(): AppError {
	return new AppError("MEDIA_NOT_A_VIDEO", "This file has sound but no picture.", {
		hint: "Upload a video with a picture; sound alone cannot be played here.",
	});
}

export function noPicture(): AppError {
	return new AppError("MEDIA_NOT_A_VIDEO", "This file has no moving picture in it.", {
		hint: acceptedHint,
	});
}

interface Description {
	/** Completes "This file is …", or names the video's kind. */
	readonly what: string;
	readonly isVideo: boolean;
}

/** Text that names itself comes first: a page may hide anything behind its first line. */
async function describeFile(path: string): Promise<Description> {
	const head = await readHead(path);
	if (head.length === 0) return { what: "empty", isVideo: false };
	const text = decodeHead(head);
	const named = nameOfText(text);
	if (named !== undefined) return { what: named, isVideo: false };
	const type = await fileTypeFromBuffer(head).catch(() => undefined);
	if (type !== undefined) return describeType(type);
	const isText = !/[^\P{Cc}\s]|\uFFFD/u.test(text);
	return { what: isText ? "a text file" : "of an unknown kind", isVideo: false };
}

function describeType({ ext, mime }: { ext: string; mime: string }): Description {
	const extension = ext.toUpperCase();
	if (mime.startsWith("video/")) return { what: extension, isVideo: true };
	const kind = mimeKinds.find(([pattern]) => pattern.test(mime))?.[1] ?? "of another kind";
	return { what: `${kind} (${extension})`, isVideo: false };
}

async function readHead(path: string): Promise<Buffer> {
	const handle = await open(path, "r");
	try {
		const buffer = Buffer.alloc(headBytes);
		const { bytesRead } = await handle.read(buffer, 0, headBytes, 0);
		return buffer.subarray(0, bytesRead);
	} finally {
		await handle.close();
	}
}
