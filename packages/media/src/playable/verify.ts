import type { MediaProbe } from "../media-probe.ts";
import { toNumber } from "../probe/rational.ts";
import type { Recipe } from "./recipe.ts";

/**
 * Compares a result with its source. ffmpeg exits 0 also when it stopped half-way.
 * @returns what is missing, as a sentence; undefined when nothing is
 */
export function findLoss(
	source: MediaProbe,
	result: MediaProbe,
	recipe: Recipe,
): string | undefined {
	const frameMs = 1000 / toNumber(source.video.frameRate);
	const shorterByMs = source.durationMs - result.durationMs;
	if (shorterByMs > Math.max(200, 3 * frameMs)) {
		return `Only ${seconds(result.durationMs)} of ${seconds(source.durationMs)} came through.`;
	}
	const missing = source.video.frameCount - result.video.frameCount;
	if (missing > frameLeeway(source, recipe)) {
		return `Only ${result.video.frameCount} of ${source.video.frameCount} frames came through.`;
	}
	return undefined;
}

/**
 * A copy keeps every frame. A decoder may leave out the few around a cut that refer to what is
 * gone; VP8 has packets that are never shown, and interlaced ones may hold half a frame each.
 */
function frameLeeway({ video }: MediaProbe, { encodesVideo }: Recipe): number {
	if (!encodesVideo) return 0;
	if (video.codec === "vp8") return video.frameCount / 4;
	if (video.interlaced) return video.frameCount / 2 + 2;
	return Math.max(3, video.frameCount / 100);
}

function seconds(ms: number): string {
	return `${(ms / 1000).toFixed(1)} s`;
}
