import type { FrameTimes } from "./frame-times.ts";

/**
 * Where a frame begins, in milliseconds of the file's own time, not rounded.
 * @param index clamped to the frames there are; `frameCount` gives the end of the last one
 */
export function frameStartMs(frames: FrameTimes, index: number): number {
	let left = Math.min(Math.max(0, Math.trunc(index)), frames.frameCount);
	let ticks = frames.startTicks;
	for (const [step, count] of frames.runs) {
		const taken = Math.min(left, count);
		ticks += step * taken;
		left -= taken;
		if (left === 0) break;
	}
	return ticksToMs(frames, ticks);
}

/**
 * The frame that is on the screen at a time; the first before all, the last behind all.
 * A start time rounded down to whole milliseconds lies in the frame before: keep the index, or
 * ask with the exact time.
 */
export function frameIndexAt(frames: FrameTimes, timeMs: number): number {
	// A millionth of a tick makes up for floating point at a frame's very start.
	const target = (timeMs * frames.timeBase.den) / frames.timeBase.num / 1000 + 1e-6;
	let ticks = frames.startTicks;
	let index = 0;
	for (const [step, count] of frames.runs) {
		if (target < ticks + step * count) {
			index += Math.max(0, Math.floor((target - ticks) / step));
			break;
		}
		ticks += step * count;
		index += count;
	}
	return Math.min(index, frames.frameCount - 1);
}

function ticksToMs({ timeBase }: FrameTimes, ticks: number): number {
	return (ticks * timeBase.num * 1000) / timeBase.den;
}
