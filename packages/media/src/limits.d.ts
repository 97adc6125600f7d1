/** What one file may cost. Generous for real footage, final for hostile files. */
export interface MediaLimits {
    readonly maxDurationMs: number;
    /** Of one frame as coded, width × height. The default admits 8192 × 4320. */
    readonly maxPixels: number;
    readonly maxFrameRate: number;
    readonly maxFrames: number;
    readonly maxStreams: number;
    /** Of one result file; a result also may not outgrow what its source can explain. */
    readonly maxOutputBytes: number;
    /** Address space of one ffmpeg (RLIMIT_AS), where the system has `prlimit`. */
    readonly maxMemoryBytes: number;
    /** The longest that one ffmpeg may run; most runs are given far less, by their source's length. */
    readonly maxRunMs: number;
    /** Threads of one ffmpeg. More threads want more address space. */
    readonly threads: number;
    /** Short side of a re-encoded playable in pixels; taller sources are scaled down, never up. */
    readonly maxPlayableShortSide: number;
}
/** Fills what was not given. `threads` follows the machine, at most 8. */
export declare function resolveLimits(given?: Partial<MediaLimits>): MediaLimits;
