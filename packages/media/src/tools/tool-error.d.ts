import { AppError } from "@nuclom/core";
import type { ToolRun } from "./run-tool.ts";
interface Outcome {
    readonly failed: boolean;
    readonly timedOut: boolean;
    readonly exitCode?: number | undefined;
    readonly signal?: string | undefined;
    /** Node's code where the program could not be started: ENOENT, EACCES … */
    readonly code?: string | undefined;
    readonly stderr: string;
    readonly run: ToolRun;
    readonly timeoutMs: number;
}
/**
 * What went wrong in a run, or undefined. Read from ffmpeg's last lines, because its exit code
 * is 1 for almost everything, and 0 for a single picture that did not fit on the disk.
 */
export declare function toolError(outcome: Outcome): AppError | undefined;
/**
 * libavutil's words for a picture beyond `-max_pixels` or beyond all reason. A still image is
 * looked at too before its format is refused.
 */
export declare function isOversized(stderr: string): boolean;
export declare function oversized(task: string, cause?: Error): AppError;
export declare function outgrown(run: Pick<ToolRun, "task">, cause?: Error): AppError;
export {};
