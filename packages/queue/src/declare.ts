import { AppError } from "@nuclom/core";
import type { Queue as BossQueue, PgBoss, QueueResult } from "pg-boss";
import { deadQueueName, type JobDefinition } from "./job-definition.ts";

const day = 86_400;

/**
 * Makes the queues' rows say what the definitions say. Writes only what differs, so that a start
 * is a read in the usual case. Rows, not schema: any process may do it, in any order.
 */
export async function declareQueues(boss: PgBoss, jobs: readonly JobDefinition[]): Promise<void> {
	if (jobs.length === 0) return;
	// The dead queues first: a queue may only name one that exists.
	const wanted = [...jobs.map(deadQueue), ...jobs.map(jobQueue)];
	const existing = await boss.getQueues(wanted.map((queue) => queue.name));
	const byName = new Map(existing.map((queue) => [queue.name, queue]));
	for (const queue of wanted) await declare(boss, queue, byName.get(queue.name));
}

async function declare(boss: PgBoss, wanted: BossQueue, existing?: QueueResult): Promise<void> {
	const { name, policy, ...options } = wanted;
	if (!existing) return boss.createQueue(name, { policy, ...options });
	if (existing.policy !== policy) {
		throw new AppError("CONFIG_INVALID", `Queue "${name}" exists with another policy.`);
	}
	const differs = Object.entries(options).some(
		([key, value]) => existing[key as keyof QueueResult] !== value,
	);
	if (differs) await boss.updateQueue(name, options);
}

function jobQueue(job: JobDefinition): BossQueue {
	return {
		name: job.name,
		// One job per singletonKey that waits or runs; enqueue gives every other job a key of its own.
		policy: "exclusive",
		retryLimit: job.retryLimit,
		retryDelay: seconds(job.retryDelayMs),
		retryBackoff: job.retryBackoff,
		...(job.retryBackoff ? { retryDelayMax: seconds(job.retryDelayMaxMs) } : {}),
		expireInSeconds: seconds(job.expireInMs),
		heartbeatSeconds: seconds(job.heartbeatMs),
		// A job that waits longer than this is deleted unseen; keep it far beyond any outage.
		retentionSeconds: 90 * day,
		deleteAfterSeconds: 3 * day,
		notify: true,
		deadLetter: deadQueueName(job.name),
	};
}

function deadQueue(job: JobDefinition): BossQueue {
	return {
		name: deadQueueName(job.name),
		policy: "standard",
		retryLimit: 10,
		retryDelay: 5,
		retryBackoff: true,
		retryDelayMax: 600,
		expireInSeconds: 300,
		heartbeatSeconds: 10,
		retentionSeconds: 90 * day,
		deleteAfterSeconds: 3 * day,
	};
}

/** pg-boss counts in whole seconds. */
function seconds(ms: number): number {
	return Math.ceil(ms / 1000);
}
