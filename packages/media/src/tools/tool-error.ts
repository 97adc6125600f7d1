import { AppError } from "@nuclom/core";
import { missingToolError } from "./missing-tool.ts";
import type { ToolRun } from "./run-tool.ts";

interface Outcome {
	readonly failed: boolean;
	readonly timedOut: boolean;
	readonly exitCode?: number | undefined;
	readonly signal?: string | undefined;
	/** Node's code where the program could not be started: ENOENT, EACCES … */
	readonly code?: string | undefined;
	readonly stderr: string;
	readonly run: ToolRun;
	readonly timeoutMs: number;
}

/**
 * What went wrong in a run, or undefined. Read from ffmpeg's last lines, because its exit code
 * is 1 for almost everything, and 0 for a single picture that did not fit on the disk.
 */
export function toolError(outcome: Outcome): AppError | undefined {
	const { stderr, run } = outcome;
	const cause = new Error(`${run.tool} ${outcome.signal ?? outcome.exitCode}: ${stderr}`);
	if (/No space left on device|Disk quota exceeded/.test(stderr)) return diskFull(cause);
	if (!outcome.failed) return undefined;
	if (outcome.timedOut || outcome.signal === "SIGXCPU") {
		const seconds = Math.round(outcome.timeoutMs / 1000);
		return new AppError("MEDIA_TIMEOUT", `${run.task} took longer than ${seconds} s.`, { cause });
	}
	if (outcome.code === "ENOENT" || outcome.code === "EACCES") {
		return missingToolError(run.tool, outcome.code, cause);
	}
	if (outcome.signal === "SIGXFSZ" || /File too large/.test(stderr)) return outgrown(run, cause);
	if (/Cannot allocate memory|failed to map segment/.test(stderr)) {
		const message = `${run.task} needs more memory than one file may use.`;
		return new AppError("MEDIA_LIMIT_EXCEEDED", message, { cause });
	}
	if (isOversized(stderr)) return oversized(run.task, cause);
	if (/Unknown encoder|Unrecognized option|No such filter/.test(stderr)) {
		return missingToolError(run.tool, "it lacks an encoder or filter", cause);
	}
	if (outcome.exitCode === 126 || outcome.exitCode === 127) {
		return missingToolError(run.tool, "it cannot be started any more", cause);
	}
	return outcome.signal ? killed(run, outcome.signal, cause) : refused(run, cause);
}

/**
 * libavutil's words for a picture beyond `-max_pixels` or beyond all reason. A still image is
 * looked at too before its format is refused.
 */
export function isOversized(stderr: string): boolean {
	if (stderr.includes("not on whitelist")) return false;
	return /exceeds specified max pixel count|Picture size \d+x\d+ is invalid/.test(stderr);
}

export function oversized(task: string, cause?: Error): AppError {
	const message = `${task} failed: the picture is larger than 8192 × 4320.`;
	return new AppError("MEDIA_LIMIT_EXCEEDED", message, { cause });
}

function diskFull(cause: Error): AppError {
	return new AppError("DISK_FULL", "There is no space left for the video's files.", {
		hint: "Free some space where MEDIA_SCRATCH_PATH points, then try again.",
		cause,
	});
}

export function outgrown(run: Pick<ToolRun, "task">, cause?: Error): AppError {
	const message = `${run.task} wrote more than its source can explain.`;
	return new AppError("MEDIA_LIMIT_EXCEEDED", message, { cause });
}

/** A crash comes from the file and comes again; a kill comes from the machine and may not. */
function killed(run: ToolRun, signal: string, cause: Error): AppError {
	const crashed = ["SIGSEGV", "SIGABRT", "SIGBUS", "SIGILL", "SIGFPE", "SIGTRAP"].includes(signal);
	const message = crashed
		? `${run.tool} crashed: ${run.task} failed.`
		: `${run.tool} was stopped from outside (${signal}), perhaps for want of memory: ${run.task} failed.`;
	return new AppError("MEDIA_FAILED", message, { cause, isRetryable: !crashed });
}

function refused(run: ToolRun, cause: Error): AppError {
	return new AppError("MEDIA_FAILED", `${run.task} failed.`, { cause, isRetryable: false });
}
