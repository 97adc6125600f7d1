import { AppError } from "@nuclom/core";

export const acceptedHint = "Upload a video: MP4, MOV, WebM, MKV, AVI, MPEG-TS …";

/** Text that is uploaded in place of a video, and what a person would call it. */
const textKinds: ReadonlyArray<readonly [RegExp, string]> = [
	[/^\s*#EXTM3U/i, "a playlist that points elsewhere"],
	[/^\s*ffconcat version/i, "a playlist that points elsewhere"],
	[/^\s*<\?xml[^>]*>\s*(<!--[\s\S]*?-->\s*)*<MPD\b|^\s*<MPD\b/, "a playlist that points elsewhere"],
	[/^v=0\r?\n[ots]=/, "a stream description that points elsewhere"],
	[/^\s*(<!--[\s\S]*?-->\s*)*(<!doctype html|<html|<head|<body)/i, "a web page (HTML)"],
	[/^\s*<svg|^\s*<\?xml[\s\S]{0,500}<svg/i, "a picture (SVG)"],
];

const headBytes = 4096;

/** The beginning as text. A multi-byte character that is cut at the end is no reason to call text binary. */
export function decodeHead(head: Uint8Array): string {
	return new TextDecoder().decode(head.subarray(0, headBytes)).replace(/\uFFFD{1,3}$/, "");
}

export function nameOfText(text: string): string | undefined {
	return textKinds.find(([start]) => start.test(text))?.[1];
}

/**
 * Refuses what a browser or a player would take for instructions: pages, drawings, playlists. Whether anything
 * else is a video shows when it is probed.
 * @param head the file's first 4 KiB, or all of it
 * @throws {AppError} MEDIA_NOT_A_VIDEO
 */
export function assertNoMarkup(head: Uint8Array): void {
	const what = nameOfText(decodeHead(head));
	if (!what) return;
	throw new AppError("MEDIA_NOT_A_VIDEO", `This file is ${what}, not a video.`, {
		hint: acceptedHint,
	});
}
