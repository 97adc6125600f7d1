import type { MediaAudio, MediaProbe } from "../media-probe.ts";
export type PlayableAction = "serve-source" | "remux" | "transcode-audio" | "transcode";
/** What has to be done so that every browser plays a file, and why, as short phrases. */
export interface PlayablePlan {
    readonly action: PlayableAction;
    readonly reasons: readonly string[];
}
/**
 * Decides from the probe alone. What every browser plays is never encoded again:
 * - MP4 with H.264 (8 bit, 4:2:0, progressive) and stereo AAC or MP3, index in front: as it is.
 * - WebM with VP8 or VP9 and Opus or Vorbis, with duration and cues: as it is. Safari plays it
 *   since 17.4 (2024). AV1 is re-encoded: Safari decodes it only on machines with the hardware.
 * - VP9 in MP4 as well: that is what a recording without duration is copied to.
 * - The same codecs in another shape or container: stream copy. VP8 is the exception, since no
 *   browser plays it from MP4.
 */
export declare function planPlayable(probe: MediaProbe): PlayablePlan;
/** Empty for sound that every browser plays from MP4. */
export declare function whyEncodeAudio(audio: MediaAudio): string[];
