import type { Logger } from "@nuclom/core";
import type { MediaLimits } from "../limits.ts";
import type { ToolName } from "./fallback.ts";
import type { Tools } from "./run-tool.ts";
interface OpenToolsOptions {
    readonly ffmpegPath?: string | undefined;
    readonly ffprobePath?: string | undefined;
    readonly searchPath?: string | undefined;
    readonly scratchDir: string;
    readonly limits: MediaLimits;
    readonly logger: Logger;
}
export interface OpenedTools extends Tools {
    readonly versions: Readonly<Record<ToolName, string>>;
}
/** Looks for programs and guards once, at the first call; a failed look is not remembered. */
export declare function openTools(options: OpenToolsOptions): () => Promise<OpenedTools>;
export {};
