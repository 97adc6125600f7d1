import { AppError } from "@nuclom/core";
import type { JobContext, JobDefinition } from "@nuclom/queue";
import { failImport, runImport } from "../imports/run-import.ts";
import { analyzeVideo } from "../insights/analyze.ts";
import { failInsights, failTranscript } from "../insights/fail.ts";
import { type Failure, failVideo } from "../processing/fail-video.ts";
import { processVideo } from "../processing/process-video.ts";
import type { VersionRef } from "../processing/version.ts";
import type { Context, ServiceDeps } from "../shared/context.ts";
import { cleanStorage, planCleaning } from "../storage/clean.ts";
import { transcribeVideo } from "../transcripts/transcribe.ts";
import { expireUpload } from "../uploads/abort.ts";
import {
	analyzeVideoJob,
	cleanStorageJob,
	expireUploadJob,
	importVideoJob,
	processVideoJob,
	transcribeVideoJob,
} from "./definitions.ts";

export interface JobOptions {
	/** Videos that are converted at once; ffmpeg uses every core by itself. */
	readonly videoConcurrency?: number;
	/** Called around every attempt, for metrics. */
	readonly onAttempt?: (attempt: {
		name: string;
		outcome: "completed" | "failed";
		durationMs: number;
	}) => void;
	/** Called with what an attempt threw, for the error reporter. */
	readonly onError?: (error: unknown, job: { name: string; jobId: string }) => void;
}

/** Failures that no attempt said: of defects, and of workers that died or were too slow. */
const unsaid = ["INTERNAL", "JOB_TIMED_OUT", "JOB_ABANDONED"];

type VersionWork = (ctx: Context, ref: VersionRef, signal: AbortSignal) => Promise<void>;
type VersionFailure = (ctx: Context, ref: VersionRef, failure: Failure) => Promise<void>;

/** Starts to work off every kind of job, until the queue is stopped. */
export async function registerJobHandlers(
	deps: ServiceDeps,
	options: JobOptions = {},
): Promise<void> {
	const context = (jobId: string, log: ServiceDeps["logger"]): Context => ({
		deps: { ...deps, logger: log },
		userId: null,
		requestId: jobId,
	});

	const version = (
		job: JobDefinition<VersionRef>,
		concurrency: number,
		work: VersionWork,
		onFailure: VersionFailure,
	) =>
		deps.queue.work(
			job,
			{
				concurrency,
				async onDead({ payload, failure, jobId, log }) {
					// What the attempt itself has said is not said twice: somebody may have tried again since.
					if (!unsaid.includes(failure.code)) return;
					await onFailure(context(jobId, log), payload, failure);
				},
			},
			observed(job, async ({ payload, jobId, log, signal, isLastAttempt }) => {
				const ctx = context(jobId, log);
				try {
					await work(ctx, payload, signal);
				} catch (error) {
					// Said at once and with its hint; onDead says it for workers that died.
					const isFinal = AppError.isInstance(error) && (isLastAttempt || !error.isRetryable);
					if (isFinal && !signal.aborted) {
						await onFailure(ctx, payload, error).catch((cause: unknown) => {
							throw new Error("A failure could not be said.", { cause });
						});
					}
					throw error;
				}
			}),
		);

	function observed<T>(job: JobDefinition<T>, run: (attempt: JobContext<T>) => Promise<void>) {
		return async (attempt: JobContext<T>) => {
			const startedAt = performance.now();
			let outcome: "completed" | "failed" = "failed";
			try {
				await run(attempt);
				outcome = "completed";
			} catch (error) {
				options.onError?.(error, { name: job.name, jobId: attempt.jobId });
				throw error;
			} finally {
				options.onAttempt?.({ name: job.name, outcome, durationMs: performance.now() - startedAt });
			}
		};
	}

	await version(importVideoJob, 2, runImport, failImport);
	await version(processVideoJob, options.videoConcurrency ?? 1, processVideo, failVideo);
	await version(transcribeVideoJob, 1, transcribeVideo, failTranscript);
	await version(analyzeVideoJob, 2, analyzeVideo, failInsights);
	await deps.queue.work(
		expireUploadJob,
		{ concurrency: 1 },
		observed(expireUploadJob, ({ payload, jobId, log }) =>
			expireUpload(context(jobId, log), payload),
		),
	);
	await deps.queue.work(
		cleanStorageJob,
		{ concurrency: 1 },
		observed(cleanStorageJob, async ({ jobId, log, signal }) => {
			await cleanStorage(context(jobId, log), signal);
			await planCleaning(deps);
		}),
	);
	await planCleaning(deps);
}
