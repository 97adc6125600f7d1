import type { Transaction } from "@nuclom/db";
import { type EnqueueOptions, fromDrizzle, type JobDefinition, type Queue } from "@nuclom/queue";

/** Adds a job that exists exactly when the caller's transaction commits. */
export function enqueue<T>(
	queue: Queue,
	tx: Transaction,
	job: JobDefinition<T>,
	payload: NoInfer<T>,
	options?: EnqueueOptions,
): Promise<string | null> {
	return queue.enqueue(fromDrizzle(tx), job, payload, options);
}
