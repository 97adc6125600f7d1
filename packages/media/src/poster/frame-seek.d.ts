import type { MediaLimits } from "../limits.ts";
import type { MediaProbe } from "../media-probe.ts";
/** A way to one frame; the same way always leads to the same frame. */
export interface FrameSeek {
    /** From the start of the video. */
    readonly timeMs: number;
    /** True: the first frame from `timeMs` on. False: the keyframe before it, which costs no decoding. */
    readonly isExact: boolean;
}
/** ffmpeg's arguments up to its input, set to the frame; times of frames stay the file's own. */
export declare function seekArgs(file: string, seek: FrameSeek, limits: MediaLimits): string[];
/**
 * The way to the frame that is on the screen at a time: it began at most one frame earlier. On
 * variable rates the mean frame stands in, so a neighbor may be met.
 */
export declare function seekToShown(probe: MediaProbe, atMs: number): FrameSeek;
