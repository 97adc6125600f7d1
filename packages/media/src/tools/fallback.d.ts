export type ToolName = "ffmpeg" | "ffprobe";
/**
 * The program that an optional npm dependency carries, ready to run; undefined where none was
 * installed (they exist for few platforms). Nothing of the packages is imported, only located.
 */
export declare function fallbackProgram(tool: ToolName, scratchDir: string): Promise<string | undefined>;
/**
 * A package manager may leave the execute bit off, or on for its own user only. Where the
 * folder is not ours to change, a copy in the scratch folder is used.
 */
export declare function makeRunnable(path: string, scratchDir: string): Promise<string | undefined>;
