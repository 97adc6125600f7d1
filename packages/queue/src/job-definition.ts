import { AppError } from "@nuclom/core";

/** A payload is ids and small flags only: what a job works on is read fresh when it runs. */
export type JobPayload<T> = { readonly [K in keyof T]: string | number | boolean | null };

export interface JobOptions {
	/** `entity.verb`, lower case: `video.process`. */
	readonly name: string;
	/** Attempts after the first one. Default 3. */
	readonly retryLimit?: number;
	/** Wait before the second attempt; rounded up to whole seconds. Default 2 s. */
	readonly retryDelayMs?: number;
	/** Double the wait on each attempt, with jitter. Default true. */
	readonly retryBackoff?: boolean;
	/** The longest wait of a backoff. Default 5 minutes. */
	readonly retryDelayMaxMs?: number;
	/** An attempt that runs longer is aborted and counts as failed. Default 15 minutes, at most 24 hours. */
	readonly expireInMs?: number;
	/** A worker silent for this long is taken for dead and its job runs again. Default (and least) 10 s. */
	readonly heartbeatMs?: number;
}

export interface JobDefinition<T = unknown> extends Required<JobOptions> {
	/** Carries the payload's type; never present at run time. */
	readonly payloadType?: T;
}

const second = 1000;
const hour = 3600 * second;
const namePattern = /^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)+$/;

/** The queue that keeps what is left of a job whose last attempt failed. */
export function deadQueueName(jobName: string): string {
	return `${jobName}.dead`;
}

/**
 * Describes one kind of job. Opens nothing; share the definition between the side that enqueues and
 * the side that works.
 *
 * @throws AppError CONFIG_INVALID when a name or a number is out of range.
 */
export function defineJob<T extends JobPayload<T>>(options: JobOptions): JobDefinition<T> {
	const job = {
		retryLimit: 3,
		retryDelayMs: 2 * second,
		retryBackoff: true,
		retryDelayMaxMs: 300 * second,
		expireInMs: 900 * second,
		heartbeatMs: 10 * second,
		...options,
	};
	requireThat(namePattern.test(job.name), job, "the name reads entity.verb in lower case");
	requireThat(!job.name.endsWith(".dead"), job, "the ending .dead is taken");
	requireThat(isWhole(job.retryLimit, 0, 100), job, "retryLimit is 0 to 100");
	requireThat(isWhole(job.retryDelayMs, 0, 24 * hour), job, "retryDelayMs is 0 to 24 hours");
	requireThat(isWhole(job.retryDelayMaxMs, 0, 24 * hour), job, "retryDelayMaxMs is 0 to 24 hours");
	// pg-boss's own limits: expiry of 1 s to 24 h, heartbeats of at least 10 s.
	requireThat(isWhole(job.expireInMs, second, 24 * hour), job, "expireInMs is 1 s to 24 hours");
	requireThat(isWhole(job.heartbeatMs, 10 * second, hour), job, "heartbeatMs is 10 s to 1 hour");
	return job;
}

function isWhole(value: number, min: number, max: number): boolean {
	return Number.isInteger(value) && value >= min && value <= max;
}

function requireThat(holds: boolean, job: JobOptions, rule: string): void {
	if (!holds) throw new AppError("CONFIG_INVALID", `Job "${job.name}" is not valid: ${rule}.`);
}
