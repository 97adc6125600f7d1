import type { Stretch } from "./plan-segments.ts";
/**
 * Pauses of at least 0.24 s. What counts as quiet follows the recording: between its background
 * (the quietest tenth) and its voice (the loudest tenth), so that an old or noisy recording has
 * pauses too. ffmpeg's silencedetect wants one fixed level, and finds none in such.
 */
export declare function findSilences(levels: readonly number[]): Stretch[];
