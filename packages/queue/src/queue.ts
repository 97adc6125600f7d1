import { AppError, type Clock, type Logger, systemClock } from "@nuclom/core";
import type { PgBoss } from "pg-boss";
import { producerBoss, type QueueConnect, workerBoss } from "./connect.ts";
import { countJobs, type JobCounts } from "./counts.ts";
import { type EnqueueOptions, enqueueJob } from "./enqueue.ts";
import { unavailable } from "./errors.ts";
import { logEvents } from "./events.ts";
import type { JobDefinition } from "./job-definition.ts";
import { createRepeatLog } from "./repeat-log.ts";
import type { JobHandler } from "./run-job.ts";
import { trackRunning } from "./running.ts";
import type { SqlExecutor } from "./sql-executor.ts";
import { startBoss, stopBoss } from "./start-stop.ts";
import { startWork, type WorkOptions } from "./work.ts";

export interface QueueOptions {
	readonly connect: QueueConnect;
	readonly logger: Logger;
	readonly clock?: Clock;
	/** Every kind of job that this process enqueues or works. */
	readonly jobs: readonly JobDefinition[];
	/** A `producer` only enqueues and counts: no listener, no maintenance. Default `worker`. */
	readonly role?: "worker" | "producer";
}

export interface Queue {
	/**
	 * Connects, checks the schema and declares the jobs. May be called again after a failure.
	 * @throws AppError QUEUE_UNAVAILABLE, DATABASE_SCHEMA_BEHIND or DATABASE_SCHEMA_AHEAD.
	 */
	start(): Promise<void>;
	/**
	 * Takes no new jobs, waits for running handlers up to `graceMs`, then aborts their signals. A job
	 * that was interrupted runs again elsewhere and has lost no attempt.
	 */
	stop(options: { readonly graceMs: number }): Promise<void>;
	/**
	 * Adds a job inside the caller's transaction: committed and rolled back with it.
	 * @returns the job's id, or null when `singletonKey` names a job that waits or runs already.
	 */
	enqueue<T>(
		tx: SqlExecutor,
		job: JobDefinition<T>,
		payload: NoInfer<T>,
		options?: EnqueueOptions,
	): Promise<string | null>;
	/**
	 * Runs jobs until `stop`. A handler may die at any instruction: its job runs again, so handlers
	 * are idempotent. An AppError that is not retryable fails the job at once.
	 */
	work<T>(job: JobDefinition<T>, options: WorkOptions<T>, handler: JobHandler<T>): Promise<void>;
	/** @throws AppError QUEUE_UNAVAILABLE. */
	counts(): Promise<Record<string, JobCounts>>;
	/** @throws AppError QUEUE_UNAVAILABLE when PostgreSQL does not answer. */
	check(): Promise<void>;
}

/** Durable jobs on PostgreSQL. Opens nothing before `start`; once stopped it stays so. */
export function createQueue(options: QueueOptions): Queue {
	const { jobs, logger, role = "worker" } = options;
	const boss = role === "worker" ? workerBoss(options.connect) : producerBoss(options.connect);
	logEvents(boss, createRepeatLog(logger, options.clock ?? systemClock));
	const running = trackRunning(boss);
	let started = false;

	function ready(job?: JobDefinition): PgBoss {
		if (!started) throw new AppError("QUEUE_UNAVAILABLE", "The job queue is not started.");
		if (job && !jobs.some((known) => known.name === job.name)) {
			throw new Error(`Job "${job.name}" is not among the jobs of this queue.`);
		}
		return boss;
	}

	return {
		async start() {
			await startBoss(boss, jobs);
			started = true;
		},
		async stop({ graceMs }) {
			started = false;
			await stopBoss(boss, running, graceMs);
		},
		async enqueue(tx, job, payload, enqueueOptions = {}) {
			return enqueueJob(ready(job), tx, job, payload, enqueueOptions);
		},
		async work(job, workOptions, handler) {
			if (role === "producer") throw new Error("A producer queue does not work jobs.");
			await startWork({ boss: ready(job), running, logger, job, options: workOptions, handler });
		},
		async counts() {
			const names = jobs.map((job) => job.name);
			return countJobs(ready(), names).catch((error) => Promise.reject(unavailable(error)));
		},
		async check() {
			await ready()
				.schemaVersion()
				.catch((error) => Promise.reject(unavailable(error)));
		},
	};
}
