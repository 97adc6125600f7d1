import { resolve } from "node:path";
import type { MediaLimits } from "./limits.ts";

/**
 * The only formats that are read: containers that hold their own bytes. Everything that names
 * other files or addresses (hls, dash, concat, image2, sdp, imf …) or draws from a script
 * (lavfi, vapoursynth, avisynth) stays out. ffmpeg checks a probed format's whole alias list.
 */
const containerWhitelist = "mov,matroska,webm,avi,mpegts,mpeg,flv,ogg,asf,mxf";

/** One block of memory that ffmpeg asks for at once; a frame of 8192 × 4320 in float RGB is 425 MB in three blocks. */
const maxAllocationBytes = 512 * 1024 * 1024;

/** A local path that ffmpeg cannot mistake for a protocol, a pattern or an option. */
export function fileUrl(path: string): string {
	return `file:${resolve(path)}`;
}

/** Options before any input, for ffmpeg and ffprobe alike. */
export function guardArgs(limits: MediaLimits): string[] {
	return [
		"-max_alloc",
		String(maxAllocationBytes),
		"-protocol_whitelist",
		"file",
		"-format_whitelist",
		containerWhitelist,
		"-max_pixels",
		String(limits.maxPixels),
		"-max_streams",
		"1000",
		"-probesize",
		"32M",
		"-analyzeduration",
		"10M",
	];
}

/**
 * ffmpeg's options up to and with its one input.
 * @param seekMs jumps there first (to the exact frame, where frames are decoded)
 */
export function inputArgs(
	file: string,
	limits: MediaLimits,
	options: { seekMs?: number; flags?: readonly string[] } = {},
): string[] {
	const seek = options.seekMs === undefined ? [] : ["-ss", (options.seekMs / 1000).toFixed(6)];
	return [
		"-hide_banner",
		"-nostdin",
		"-nostats",
		"-y",
		"-threads",
		String(limits.threads),
		...guardArgs(limits),
		...(options.flags ?? []),
		...seek,
		"-i",
		fileUrl(file),
	];
}
