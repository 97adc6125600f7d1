import type { Logger } from "@nuclom/core";
import type { JobWithMetadata, PgBoss } from "pg-boss";
import { type JobFailure, readFailure } from "./errors.ts";
import { deadQueueName, type JobDefinition } from "./job-definition.ts";

export interface DeadJob<T> {
	readonly payload: T;
	readonly jobId: string;
	/** How often it was tried. */
	readonly attempts: number;
	readonly failure: JobFailure;
	readonly signal: AbortSignal;
	readonly log: Logger;
}

export type DeadJobHandler<T> = (dead: DeadJob<T>) => Promise<void>;

/**
 * Works off the jobs that were given up. pg-boss moves a job there in the statement that fails it,
 * whoever does that: its own worker, or another one that noticed the silence of a killed worker. So
 * `onDead` is called for those too, and is itself a job: it may run twice, and is tried again.
 */
export async function workDeadJobs<T>(
	boss: PgBoss,
	definition: JobDefinition<T>,
	logger: Logger,
	onDead?: DeadJobHandler<T>,
): Promise<void> {
	const options = { batchSize: 1, includeMetadata: true, pollingIntervalSeconds: 2 } as const;
	await boss.work<T, void, typeof options>(
		deadQueueName(definition.name),
		options,
		async (jobs) => {
			for (const job of jobs) await settleDead(definition.name, job, logger, onDead);
		},
	);
}

async function settleDead<T>(
	name: string,
	job: JobWithMetadata<T>,
	logger: Logger,
	onDead?: DeadJobHandler<T>,
): Promise<void> {
	const jobId = job.sourceId ?? job.id;
	const attempts = (job.sourceRetryCount ?? 0) + 1;
	const failure = readFailure(job.sourceOutput);
	const log = logger.child({ job: name, jobId });
	log.error({ attempts, failure }, "A job was given up.");
	await onDead?.({ payload: job.data, jobId, attempts, failure, signal: job.signal, log });
}
