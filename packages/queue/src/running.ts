import type { PgBoss } from "pg-boss";
import { queueSchema } from "./connect.ts";

export interface RunningJob {
	readonly name: string;
	readonly id: string;
	/** pg-boss's number of this attempt, from 0. */
	readonly retryCount: number;
}

/** The jobs whose handlers run in this process, and the signal that ends them. */
export interface RunningJobs {
	/** Aborted when the process wants to end and its grace is over. */
	readonly stopSignal: AbortSignal;
	/** True from the moment that the process wants to end: what is claimed now is not begun. */
	isStopping(): boolean;
	refuseNew(): void;
	add(job: RunningJob): void;
	remove(job: RunningJob): void;
	abortAll(): void;
	/** Gives back every job that is still running; its handler's own result will no longer count. */
	handBackAll(): Promise<void>;
	handBack(job: RunningJob): Promise<void>;
}

// An interrupted attempt is not a failed one: the limit grows by the attempt that was lost, so that
// ten deployments in a row do not fail a job. `started_on` stays, so the next claim counts up, and
// a late answer of this attempt finds nothing to settle. Columns of pg-boss's schema 46.
const handBackStatement = `
	UPDATE ${queueSchema}.job
	SET state = 'retry', retry_limit = retry_limit + 1, heartbeat_on = NULL, start_after = now()
	WHERE name = $1 AND id = $2 AND state = 'active' AND retry_count = $3`;

export function trackRunning(boss: PgBoss): RunningJobs {
	const running = new Set<RunningJob>();
	const controller = new AbortController();
	let stopping = false;

	async function handBack(job: RunningJob): Promise<void> {
		await boss.getDb().executeSql(handBackStatement, [job.name, job.id, job.retryCount]);
	}

	return {
		stopSignal: controller.signal,
		isStopping: () => stopping,
		refuseNew() {
			stopping = true;
		},
		add: (job) => running.add(job),
		remove: (job) => running.delete(job),
		abortAll: () => controller.abort(new Error("The worker is stopping.")),
		handBack,
		async handBackAll() {
			await Promise.allSettled([...running].map(handBack));
		},
	};
}
