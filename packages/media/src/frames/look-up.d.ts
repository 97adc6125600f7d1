import type { FrameTimes } from "./frame-times.ts";
/**
 * Where a frame begins, in milliseconds of the file's own time, not rounded.
 * @param index clamped to the frames there are; `frameCount` gives the end of the last one
 */
export declare function frameStartMs(frames: FrameTimes, index: number): number;
/**
 * The frame that is on the screen at a time; the first before all, the last behind all.
 * A start time rounded down to whole milliseconds lies in the frame before: keep the index, or
 * ask with the exact time.
 */
export declare function frameIndexAt(frames: FrameTimes, timeMs: number): number;
