import { AppError } from "@nuclom/core";
import type { ToolName } from "./fallback.ts";
/** The line that installs ffmpeg and ffprobe on this system. */
export declare function installLine(platform?: string): string;
export declare function missingToolError(tool: ToolName, why: string, cause?: Error): AppError;
