import { AppError, type Logger } from "@nuclom/core";
import type { JobResult, JobWithMetadata } from "pg-boss";
import { describeFailure } from "./errors.ts";
import type { RunningJob, RunningJobs } from "./running.ts";

export interface JobContext<T> {
	readonly payload: T;
	readonly jobId: string;
	/** From 1. Counts interrupted attempts too. */
	readonly attempt: number;
	/** When this attempt fails, the job is given up. */
	readonly isLastAttempt: boolean;
	/** Aborted when the job ran too long, lost its claim, or the worker stops. Handlers obey it. */
	readonly signal: AbortSignal;
	/** Carries the job's name, id and attempt. */
	readonly log: Logger;
}

export type JobHandler<T> = (context: JobContext<T>) => Promise<void>;

interface RunOptions<T> {
	readonly job: JobWithMetadata<T>;
	readonly handler: JobHandler<T>;
	readonly running: RunningJobs;
	readonly logger: Logger;
}

/** Runs one attempt and says how it ended. Never throws for what the handler throws. */
export async function runJob<T>(options: RunOptions<T>): Promise<JobResult[]> {
	const { job, running } = options;
	const log = options.logger.child({ job: job.name, jobId: job.id, attempt: job.retryCount + 1 });
	const entry = { name: job.name, id: job.id, retryCount: job.retryCount };
	if (running.isStopping()) return interrupted(entry, running);
	running.add(entry);
	try {
		await options.handler(contextOf(options, log));
		return [{ id: job.id, status: "completed" }];
	} catch (error) {
		if (!running.stopSignal.aborted) return [failed(job, error, log)];
		log.info({}, "The job was interrupted and will run again.");
		return interrupted(entry, running);
	} finally {
		running.remove(entry);
	}
}

async function interrupted(entry: RunningJob, running: RunningJobs): Promise<JobResult[]> {
	await running.handBack(entry);
	// pg-boss wants an answer for each job; this one matches no attempt any more and changes nothing.
	return [{ id: entry.id, status: "failed" }];
}

function contextOf<T>({ job, running }: RunOptions<T>, log: Logger): JobContext<T> {
	return {
		payload: job.data,
		jobId: job.id,
		attempt: job.retryCount + 1,
		isLastAttempt: job.retryCount >= job.retryLimit,
		signal: AbortSignal.any([job.signal, running.stopSignal]),
		log,
	};
}

/** `deadletter` is pg-boss's word for "failed, and no attempt more". */
function failed<T>(job: JobWithMetadata<T>, error: unknown, log: Logger): JobResult {
	const isFinal = AppError.isInstance(error) && !error.isRetryable;
	const output = describeFailure(error);
	const fields = { err: error, retryable: !isFinal, attemptsLeft: job.retryLimit - job.retryCount };
	log.warn(fields, "An attempt of the job failed.");
	return { id: job.id, status: isFinal ? "deadletter" : "failed", output };
}
