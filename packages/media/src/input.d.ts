import type { MediaLimits } from "./limits.ts";
/**
 * The only formats that are read: containers that hold their own bytes. Everything that names
 * other files or addresses (hls, dash, concat, image2, sdp, imf …) or draws from a script
 * (lavfi, vapoursynth, avisynth) stays out. ffmpeg checks a probed format's whole alias list.
 */
export declare const containerWhitelist = "mov,matroska,webm,avi,mpegts,mpeg,flv,ogg,asf,mxf";
/** A local path that ffmpeg cannot mistake for a protocol, a pattern or an option. */
export declare function fileUrl(path: string): string;
/** Options before any input, for ffmpeg and ffprobe alike. */
export declare function guardArgs(limits: MediaLimits): string[];
/**
 * ffmpeg's options up to and with its one input.
 * @param seekMs jumps there first (to the exact frame, where frames are decoded)
 */
export declare function inputArgs(file: string, limits: MediaLimits, options?: {
    seekMs?: number;
    flags?: readonly string[];
}): string[];
