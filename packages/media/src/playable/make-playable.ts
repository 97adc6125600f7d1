import { rm, stat } from "node:fs/promises";
import { AppError, type Logger } from "@nuclom/core";
import type { MediaProbe } from "../media-probe.ts";
import { probeFile } from "../probe/probe-file.ts";
import { truncatedError } from "../probe/truncated.ts";
import { readProgress } from "../tools/progress.ts";
import { runTool, type Tools } from "../tools/run-tool.ts";
import { outgrown } from "../tools/tool-error.ts";
import { maxPlayableBytes, playableArgs } from "./args.ts";
import { encodeAll, type Recipe, recipeFor } from "./recipe.ts";
import { findLoss } from "./verify.ts";

export interface MakePlayableOptions {
	/** Called with 0 to 1, rising; 1 comes only after the result was verified. */
	readonly onProgress?: (ratio: number) => void;
	readonly signal?: AbortSignal;
}

interface PlayableRun extends MakePlayableOptions {
	readonly file: string;
	readonly outFile: string;
	readonly probe: MediaProbe;
	readonly logger: Logger;
}

/** Copies what can be copied, verifies, and encodes only where that is not enough. */
export async function makePlayable(tools: Tools, run: PlayableRun): Promise<MediaProbe> {
	const { probe, logger, signal } = run;
	if (probe.truncatedHint !== undefined) throw truncatedError(probe.truncatedHint);
	const recipe = recipeFor(probe);
	try {
		return await attempt(tools, run, recipe);
	} catch (error) {
		signal?.throwIfAborted();
		if (recipe.encodesVideo || !isWorthEncoding(error)) throw error;
		logger.warn({ error: String(error) }, "A stream copy failed; encoding instead");
		return attempt(tools, run, encodeAll);
	}
}

/** Only where the copy itself is at fault; a full disk stays full. */
function isWorthEncoding(error: unknown): boolean {
	return (
		AppError.isInstance(error) &&
		(error.code === "MEDIA_TRUNCATED" || (error.code === "MEDIA_FAILED" && !error.isRetryable))
	);
}

async function attempt(tools: Tools, run: PlayableRun, recipe: Recipe): Promise<MediaProbe> {
	try {
		return await encodeAndVerify(tools, run, recipe);
	} catch (error) {
		await rm(run.outFile, { force: true });
		throw error;
	}
}

async function encodeAndVerify(
	tools: Tools,
	run: PlayableRun,
	recipe: Recipe,
): Promise<MediaProbe> {
	const { file, outFile, probe, onProgress, signal } = run;
	const task = recipe.encodesVideo ? "Encoding the video" : "Repacking the video";
	const maxFileBytes = maxPlayableBytes(probe, recipe, tools.limits);
	await runTool(tools, {
		tool: "ffmpeg",
		task,
		args: playableArgs({ file, outFile, probe, recipe, limits: tools.limits }),
		timeoutMs: timeoutMs(probe, recipe),
		maxFileBytes,
		...(signal ? { signal } : {}),
		onLine: readProgress(probe.durationMs, (ratio) => onProgress?.(Math.min(ratio, 0.99))),
	});
	const { size } = await stat(outFile);
	if (size >= maxFileBytes) throw outgrown({ task });
	const result = await probeResult(tools, outFile, signal);
	const loss = findLoss(probe, result, recipe);
	if (loss !== undefined) throw truncatedError(loss);
	onProgress?.(1);
	return result;
}

/** A result that cannot be read is our failure, whatever the reader calls it. */
async function probeResult(
	tools: Tools,
	outFile: string,
	signal: AbortSignal | undefined,
): Promise<MediaProbe> {
	try {
		return await probeFile(tools, outFile, signal);
	} catch (error) {
		signal?.throwIfAborted();
		if (!AppError.isInstance(error) || error.isRetryable) throw error;
		const message = "Nothing of this video could be decoded.";
		throw new AppError("MEDIA_FAILED", message, { cause: error, isRetryable: false });
	}
}

/** Copying is bound by the disk; encoding may take 60 times the length, on a slow machine. */
function timeoutMs(probe: MediaProbe, { encodesVideo }: Recipe): number {
	const copyMs = 120_000 + probe.sizeBytes / 5_000;
	return encodesVideo ? copyMs + probe.durationMs * 60 : copyMs + probe.durationMs;
}
