import { mkdir } from "node:fs/promises";
import { AppError } from "@nuclom/core";
import { execa } from "execa";
import type { MediaLimits } from "../limits.ts";
import type { ToolName } from "./fallback.ts";
import { lineReader, tail } from "./read-lines.ts";
import type { Sandbox } from "./sandbox.ts";
import { toolError } from "./tool-error.ts";

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

const maxStdoutBytes = 16 * 1024 * 1024;
/**
 * Nothing of ours: no secrets, no proxies, no locale that changes numbers. The carried ffprobe is
 * linked statically, and its iconv crashes when it loads the machine's character tables for the
 * names in an MPEG-TS; without tables it leaves those names out.
 */
const environment = { LC_ALL: "C", AV_LOG_FORCE_NOCOLOR: "1", GCONV_PATH: "/nonexistent" };
const fileAllowanceBytes = 64 * 1024 * 1024;

/**
 * Runs one ffmpeg or ffprobe in its own process group, held to bounds, and waits for its end.
 * Abort and timeout kill the whole group at once.
 * @throws the signal's reason when aborted; otherwise the AppErrors of `toolError`
 */
export async function runTool(tools: Tools, run: ToolRun): Promise<ToolResult> {
	run.signal?.throwIfAborted();
	await mkdir(tools.scratchDir, { recursive: true });
	const timeoutMs = Math.ceil(Math.min(run.timeoutMs, tools.limits.maxRunMs));
	const stop = new AbortController();
	const [file = "", ...args] = command(tools, run, timeoutMs);
	const subprocess = execa(file, args, {
		env: environment,
		extendEnv: false,
		cwd: tools.scratchDir,
		stdin: "ignore",
		buffer: false,
		reject: false,
		killDescendants: true,
		killSignal: "SIGKILL",
		timeout: timeoutMs,
		cancelSignal: run.signal ? AbortSignal.any([run.signal, stop.signal]) : stop.signal,
	});
	const stdout = collect(run, (error) => stop.abort(error));
	const stderr = tail(40);
	const errorLines = lineReader((line) => {
		stderr.add(line);
		run.onErrorLine?.(line);
	});
	subprocess.stdout.on("data", stdout.write);
	subprocess.stderr.on("data", errorLines.write);
	const result = await subprocess;
	run.signal?.throwIfAborted();
	if (stop.signal.aborted) throw stop.signal.reason;
	stdout.end();
	if (stop.signal.aborted) throw stop.signal.reason;
	errorLines.end();
	const failure = toolError({ ...result, stderr: stderr.text(), run, timeoutMs });
	if (failure) throw failure;
	return { stdout: stdout.bytes(), stderr: stderr.text() };
}

function command(tools: Tools, run: ToolRun, timeoutMs: number): string[] {
	const bounds = {
		memoryBytes: tools.limits.maxMemoryBytes,
		cpuSeconds: Math.ceil((timeoutMs / 1000) * tools.limits.threads) + 10,
		fileBytes: (run.maxFileBytes ?? 0) + fileAllowanceBytes,
	};
	return [...tools.sandbox.prefix(bounds), tools.paths[run.tool], ...run.args];
}

/** Standard output as lines or as bounded bytes. */
function collect(run: ToolRun, fail: (error: unknown) => void) {
	const chunks: Buffer[] = [];
	let size = 0;
	const lines = lineReader((line) => {
		try {
			run.onLine?.(line);
		} catch (error) {
			fail(error);
		}
	});
	const keep = (chunk: Buffer) => {
		size += chunk.length;
		if (size <= maxStdoutBytes) chunks.push(chunk);
		else fail(new AppError("MEDIA_LIMIT_EXCEEDED", "The file's description is far too long."));
	};
	return {
		write: run.onLine ? lines.write : keep,
		end: () => lines.end(),
		bytes: () => Buffer.concat(chunks),
	};
}
