/**
 * How good a still a frame makes, from its brightness alone: 0 for a black, white or flat one,
 * rising with contrast and detail. Only the order of two scores means something.
 * @param gray one byte per pixel, row by row
 */
export declare function scoreFrame(gray: Uint8Array, width: number): number;
/** Below this a frame shows next to nothing. */
export declare const poorScore = 6;
/** An ordinary scene in ordinary light; no need to look for a better one. */
export declare const goodScore = 30;
