import type { Rational } from "../media-probe.ts";
import type { Tools } from "../tools/run-tool.ts";
/**
 * The presentation time of every shown frame, exact and small: a constant rate is one run, however
 * long the video. Plain data for a JSON artifact; read it with `frameStartMs` and `frameIndexAt`.
 */
export interface FrameTimes {
    /** One tick in seconds. */
    readonly timeBase: Rational;
    readonly frameCount: number;
    /** Presentation time of frame 0, in the file's own time, in ticks. */
    readonly startTicks: number;
    /** Runs of [duration of a frame in ticks, how many such frames follow]; the last frame included. */
    readonly runs: ReadonlyArray<readonly [ticks: number, frames: number]>;
}
/** Reads the packets of a local file; see `probe` for what it throws. */
export declare function readFrameTimes(tools: Tools, file: string, signal: AbortSignal | undefined): Promise<FrameTimes>;
/** Steps between ascending times, equal neighbors counted together. */
export declare function toRuns(times: readonly number[]): Array<[number, number]>;
