import { AppError } from "@nuclom/core";
import type { ToolName } from "./fallback.ts";

const installLines: Readonly<Record<string, string>> = {
	darwin: "brew install ffmpeg",
	win32: "winget install Gyan.FFmpeg",
	linux: "sudo apt-get install -y ffmpeg",
};

/** The line that installs ffmpeg and ffprobe on this system. */
export function installLine(platform: string = process.platform): string {
	return installLines[platform] ?? "Install ffmpeg from https://ffmpeg.org/download.html";
}

export function missingToolError(tool: ToolName, why: string, cause?: Error): AppError {
	const variable = tool === "ffmpeg" ? "FFMPEG_PATH" : "FFPROBE_PATH";
	return new AppError("MEDIA_TOOLS_MISSING", `${tool} cannot be used: ${why}.`, {
		hint: `Install it (${installLine()}) or set ${variable}.`,
		data: { install: installLine() },
		cause,
	});
}
