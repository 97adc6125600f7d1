import { resolve } from "node:path";
import type { Logger } from "@nuclom/core";
import type { MediaLimits } from "../limits.ts";
import type { ToolName } from "./fallback.ts";
import { searchFolders } from "./find-program.ts";
import { locateTool } from "./locate.ts";
import type { Tools } from "./run-tool.ts";
import { detectSandbox } from "./sandbox.ts";

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
export function openTools(options: OpenToolsOptions): () => Promise<OpenedTools> {
	let opened: Promise<OpenedTools> | undefined;
	return () => {
		opened ??= open(options).catch((error: unknown) => {
			opened = undefined;
			throw error;
		});
		return opened;
	};
}

async function open(options: OpenToolsOptions): Promise<OpenedTools> {
	const { searchPath, limits, logger } = options;
	const scratchDir = resolve(options.scratchDir);
	const shared = { searchPath, scratchDir };
	const [ffmpeg, ffprobe, sandbox] = await Promise.all([
		locateTool({ ...shared, tool: "ffmpeg", explicitPath: options.ffmpegPath }),
		locateTool({ ...shared, tool: "ffprobe", explicitPath: options.ffprobePath }),
		detectSandbox(searchFolders(searchPath)),
	]);
	logger.info({ ffmpeg, ffprobe, guards: sandbox.guards }, "Media tools found");
	return {
		paths: { ffmpeg: ffmpeg.path, ffprobe: ffprobe.path },
		versions: { ffmpeg: ffmpeg.version, ffprobe: ffprobe.version },
		sandbox,
		limits,
		scratchDir,
	};
}
