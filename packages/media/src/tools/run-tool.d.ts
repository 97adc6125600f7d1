import type { MediaLimits } from "../limits.ts";
import type { ToolName } from "./fallback.ts";
import type { Sandbox } from "./sandbox.ts";
/** The programs and what holds them; one per `createMedia`. */
export interface Tools {
    readonly paths: Readonly<Record<ToolName, string>>;
    readonly sandbox: Sandbox;
    readonly limits: MediaLimits;
    readonly scratchDir: string;
}
export interface ToolRun {
    readonly tool: ToolName;
    readonly args: readonly string[];
    /** Completes "ffmpeg failed while …". */
    readonly task: string;
    readonly timeoutMs: number;
    readonly maxFileBytes?: number;
    readonly signal?: AbortSignal;
    /** Takes standard output line by line; what it throws ends the run and is thrown on. */
    readonly onLine?: (line: string) => void;
    readonly onErrorLine?: (line: string) => void;
}
export interface ToolResult {
    /** Empty when `onLine` took it. */
    readonly stdout: Buffer;
    /** The last lines. */
    readonly stderr: string;
}
/**
 * Runs one ffmpeg or ffprobe in its own process group, held to bounds, and waits for its end.
 * Abort and timeout kill the whole group at once.
 * @throws the signal's reason when aborted; otherwise the AppErrors of `toolError`
 */
export declare function runTool(tools: Tools, run: ToolRun): Promise<ToolResult>;
