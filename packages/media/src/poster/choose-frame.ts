import { AppError } from "@nuclom/core";
import type { MediaProbe } from "../media-probe.ts";
import { runTool, type Tools } from "../tools/run-tool.ts";
import { type FrameSeek, seekArgs } from "./frame-seek.ts";
import { goodScore, poorScore, scoreFrame } from "./score.ts";

const sample = { width: 64, height: 36 };
/** Early ones first: the opening of a video is what people know it by. */
const shares = [0.1, 0.2, 0.35, 0.5, 0.65, 0.8];
/** How much better a later frame must be. */
const preference = 1.2;
/** Short enough to be decoded to any place at once. */
const shortMs = 5000;

interface ChooseOptions {
	readonly file: string;
	readonly probe: MediaProbe;
	readonly signal: AbortSignal | undefined;
}

/**
 * A good frame, the first one met. Keyframes along the video are tried, which costs one decoded
 * frame each; where all of them are poor (black, flat, fading), exact places are tried too.
 */
export async function chooseFrame(tools: Tools, options: ChooseOptions): Promise<FrameSeek> {
	const { durationMs } = options.probe;
	let best: FrameSeek & { score: number } = { timeMs: 0, isExact: false, score: 0 };
	for (const isExact of durationMs < shortMs ? [true] : [false, true]) {
		for (const share of shares) {
			const seek = { timeMs: share * durationMs, isExact };
			const score = await scoreAt(tools, seek, options);
			if (score > best.score * preference) best = { ...seek, score };
			if (score >= goodScore) return best;
		}
		if (best.score >= poorScore) break;
	}
	return best;
}

/** A place that cannot be decoded scores 0: the poster is not where a damaged video fails. */
async function scoreAt(tools: Tools, seek: FrameSeek, options: ChooseOptions): Promise<number> {
	const { file, probe, signal } = options;
	try {
		const { stdout } = await runTool(tools, {
			tool: "ffmpeg",
			task: "Looking for a good frame",
			args: [
				...["-v", "error", ...seekArgs(file, seek, tools.limits)],
				...["-map", `0:${probe.video.index}`, "-frames:v", "1"],
				...["-vf", `scale=${sample.width}:${sample.height},format=gray`],
				...["-f", "rawvideo", "pipe:1"],
			],
			timeoutMs: 60_000,
			...(signal ? { signal } : {}),
		});
		return scoreFrame(stdout, sample.width);
	} catch (error) {
		signal?.throwIfAborted();
		if (AppError.isInstance(error) && !error.code.startsWith("MEDIA_")) throw error;
		return 0;
	}
}
