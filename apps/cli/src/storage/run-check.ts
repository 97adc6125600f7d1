import { AppError, type ErrorCode, errorCodes } from "@nuclom/core";
import {
	type CheckOptions,
	type CheckReport,
	checkLocalStorage,
	checkS3Storage,
} from "@nuclom/storage";
import { exitCodeOf, exitCodes } from "../exit-codes.ts";
import type { Output } from "../output.ts";
import { type StorageOptions, storageConfiguration } from "./configuration.ts";
import { formatStep, formatSum } from "./format.ts";

/** 0, or the code of the first step that failed. */
function exitCode({ steps }: CheckReport): number {
	const failed = steps.find(({ status }) => status === "fail");
	if (!failed) return exitCodes.ok.code;
	const code = failed.code && failed.code in errorCodes ? (failed.code as ErrorCode) : "INTERNAL";
	return exitCodeOf(new AppError(code, failed.message));
}

/** Ctrl-C ends the check; what it wrote is removed before the process ends. */
function stopSignal(): AbortSignal {
	const stop = new AbortController();
	for (const signal of ["SIGINT", "SIGTERM"] as const) {
		process.once(signal, () => stop.abort(new Error(signal)));
	}
	return stop.signal;
}

/**
 * Proves the configured store from end to end, line by line. Resolves to the exit code.
 * @throws {AppError} CONFIG_INVALID
 */
export async function runStorageCheck(options: StorageOptions, output: Output): Promise<number> {
	const { app, storage } = await storageConfiguration(options);
	const { settings, path, description } = storage;
	const signal = stopSignal();
	const running: CheckOptions = { signal, onStep: (step) => output.say(formatStep(step)) };
	const report =
		settings.provider === "local"
			? await checkLocalStorage({ path }, running)
			: await checkS3Storage({ ...settings, origins: app.trustedOrigins }, running);
	const status = signal.aborted ? "interrupted" : report.isOk ? "ok" : "fail";
	const answer = { status, provider: settings.provider, steps: report.steps };
	output.answer(answer, formatSum(report, description));
	return signal.aborted ? exitCodes.interrupted.code : exitCode(report);
}
