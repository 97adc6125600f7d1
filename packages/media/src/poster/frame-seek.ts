import { inputArgs } from "../input.ts";
import type { MediaLimits } from "../limits.ts";
import type { MediaProbe } from "../media-probe.ts";
import { toNumber } from "../probe/rational.ts";

/** A way to one frame; the same way always leads to the same frame. */
export interface FrameSeek {
	/** From the start of the video. */
	readonly timeMs: number;
	/** True: the first frame from `timeMs` on. False: the keyframe before it, which costs no decoding. */
	readonly isExact: boolean;
}

/** ffmpeg's arguments up to its input, set to the frame; times of frames stay the file's own. */
export function seekArgs(file: string, seek: FrameSeek, limits: MediaLimits): string[] {
	const flags = ["-copyts", ...(seek.isExact ? [] : ["-noaccurate_seek"])];
	return inputArgs(file, limits, { seekMs: seek.timeMs, flags });
}

/**
 * The way to the frame that is on the screen at a time: it began at most one frame earlier. On
 * variable rates the mean frame stands in, so a neighbor may be met.
 */
export function seekToShown(probe: MediaProbe, atMs: number): FrameSeek {
	const frameMs = 1000 / toNumber(probe.video.frameRate);
	const wantedMs = Math.min(Math.max(0, atMs), probe.durationMs - 1);
	return { timeMs: Math.max(0, wantedMs - frameMs + 1), isExact: true };
}
