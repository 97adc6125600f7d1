import { rm, stat } from "node:fs/promises";
import { extname } from "node:path";
import { AppError } from "@nuclom/core";
import { fileUrl } from "../input.ts";
import type { MediaProbe } from "../media-probe.ts";
import { screenFilters } from "../playable/filters.ts";
import { fitWidth, type Size } from "../playable/size.ts";
import { runTool, type Tools } from "../tools/run-tool.ts";
import { chooseFrame } from "./choose-frame.ts";
import { type FrameSeek, seekArgs, seekToShown } from "./frame-seek.ts";

export interface MakePosterOptions {
	/** The frame on the screen at this time; without it a good one is looked for. */
	readonly atMs?: number;
	/** In pixels; a smaller picture is not enlarged. */
	readonly maxWidth: number;
	readonly signal?: AbortSignal;
}

export interface Poster extends Size {
	/** When the frame is shown, from the start of the video. */
	readonly atMs: number;
}

interface PosterRun extends MakePosterOptions {
	readonly file: string;
	readonly outFile: string;
	readonly probe: MediaProbe;
}

const maxPosterBytes = 32 * 1024 * 1024;

/** Encoders by the ending of the file's name. */
const encoders: Readonly<Record<string, readonly string[]>> = {
	".jpg": ["-c:v", "mjpeg", "-q:v", "3", "-f", "mjpeg"],
	".jpeg": ["-c:v", "mjpeg", "-q:v", "3", "-f", "mjpeg"],
	".webp": ["-c:v", "libwebp", "-quality", "82", "-f", "webp"],
};

/** Writes one still as JPEG or WebP. */
export async function makePoster(tools: Tools, run: PosterRun): Promise<Poster> {
	const { file, probe, outFile, atMs, signal } = run;
	const encoder = encoders[extname(outFile).toLowerCase()];
	if (encoder === undefined) {
		throw new AppError("INPUT_INVALID", "A poster is written as .jpg, .jpeg or .webp.");
	}
	const first =
		atMs === undefined
			? await chooseFrame(tools, { file, probe, signal })
			: seekToShown(probe, atMs);
	// The picture may end before the sound: then its last second holds the last frame, or its start.
	const lastTries = [first.timeMs - 1000, first.timeMs - 10_000, 0].filter((ms) => ms >= 0);
	const tries = [first, ...lastTries.map((timeMs) => ({ timeMs, isExact: true }))];
	for (const seek of tries) {
		const poster = await renderFrame(tools, run, seek, encoder);
		if (poster !== undefined) return poster;
	}
	throw new AppError("MEDIA_FAILED", "No frame of this video could be turned into a poster.", {
		isRetryable: false,
	});
}

/** Undefined where there is no frame at that place. */
async function renderFrame(
	tools: Tools,
	run: PosterRun,
	seek: FrameSeek,
	encoder: readonly string[],
): Promise<Poster | undefined> {
	const { probe, file, outFile, maxWidth, signal } = run;
	const size = fitWidth(probe.video, maxWidth);
	const filters = ["showinfo", ...screenFilters(probe.video, size), "scale=out_range=full"];
	const isJpeg = encoder.includes("mjpeg");
	let shownAtMs: number | undefined;
	try {
		await runTool(tools, {
			tool: "ffmpeg",
			task: "Making the poster",
			args: [
				...["-v", "info", ...seekArgs(file, seek, tools.limits)],
				...["-map", `0:${probe.video.index}`, "-frames:v", "1", "-map_metadata", "-1"],
				...["-vf", [...filters, isJpeg ? "format=yuvj420p" : "format=yuv420p"].join(",")],
				...[...encoder, "-fs", String(maxPosterBytes), fileUrl(outFile)],
			],
			timeoutMs: 120_000,
			maxFileBytes: maxPosterBytes,
			...(signal ? { signal } : {}),
			onErrorLine: (line) => {
				const seconds = /showinfo.* pts_time:\s*(-?[\d.]+)/.exec(line)?.[1];
				if (seconds !== undefined) shownAtMs ??= Number(seconds) * 1000;
			},
		});
	} catch (error) {
		await rm(outFile, { force: true });
		throw error;
	}
	const isThere = shownAtMs !== undefined && (await sizeOf(outFile)) > 0;
	if (!isThere) await rm(outFile, { force: true });
	const atMs = Math.max(0, Math.round((shownAtMs ?? 0) - probe.startMs));
	return isThere ? { atMs, ...size } : undefined;
}

async function sizeOf(path: string): Promise<number> {
	return (await stat(path).catch(() => undefined))?.size ?? 0;
}
