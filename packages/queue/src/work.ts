import type { Logger } from "@nuclom/core";
import type { WorkOptions as BossWorkOptions, PgBoss } from "pg-boss";
import { type DeadJobHandler, workDeadJobs } from "./dead-jobs.ts";
import type { JobDefinition } from "./job-definition.ts";
import { type JobHandler, runJob } from "./run-job.ts";
import type { RunningJobs } from "./running.ts";

export interface WorkOptions<T> {
	/** Jobs of this kind that run at once in this process. */
	readonly concurrency: number;
	/** How often to look without being told, at least 500 ms. Default 500 ms. */
	readonly pollingIntervalMs?: number;
	/** Called once a job was given up, however that came; at least once, and again if it throws. */
	readonly onDead?: DeadJobHandler<T>;
}

interface Worker<T> {
	readonly boss: PgBoss;
	readonly running: RunningJobs;
	readonly logger: Logger;
	readonly job: JobDefinition<T>;
	readonly options: WorkOptions<T>;
	readonly handler: JobHandler<T>;
}

/** Registers `concurrency` workers for one kind of job, and one for those that were given up. */
export async function startWork<T>(worker: Worker<T>): Promise<void> {
	const { boss, job, logger, options } = worker;
	for (let index = 0; index < options.concurrency; index += 1) await startOne(worker);
	await workDeadJobs(boss, job, logger, options.onDead);
}

async function startOne<T>(worker: Worker<T>): Promise<void> {
	const { boss, job: definition } = worker;
	const options = bossOptions(worker);
	const workerId = await boss.work<T, void, typeof options>(
		definition.name,
		options,
		async ([job]) => {
			if (!job) return [];
			try {
				return await runJob({ ...worker, job });
			} finally {
				// Look again at once: a backlog is worked off without a pause between two jobs.
				boss.notifyWorker(workerId);
			}
		},
	);
}

function bossOptions<T>({ job, options }: Worker<T>) {
	const pollSeconds = Math.max(500, options.pollingIntervalMs ?? 500) / 1000;
	return {
		batchSize: 1,
		includeMetadata: true,
		perJobResults: true,
		pollingIntervalSeconds: pollSeconds,
		// New jobs announce themselves; retries, delays and abandoned jobs do not.
		notifyPollingIntervalSeconds: Math.max(2, pollSeconds),
		heartbeatRefreshSeconds: job.heartbeatMs / 3000,
	} as const satisfies BossWorkOptions;
}
