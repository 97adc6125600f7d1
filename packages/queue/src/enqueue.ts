import { newId } from "@nuclom/core";
import type { PgBoss, SendOptions } from "pg-boss";
import type { JobDefinition } from "./job-definition.ts";
import type { SqlExecutor } from "./sql-executor.ts";

export interface EnqueueOptions {
	/** While a job of this kind with this key waits or runs, another one is not added. */
	readonly singletonKey?: string;
	/** Not before this much time from now. */
	readonly startAfterMs?: number;
	/** Higher runs first. Default 0. */
	readonly priority?: number;
}

/** Adds the job on the caller's connection. Errors of that connection pass through untouched. */
export async function enqueueJob<T>(
	boss: PgBoss,
	tx: SqlExecutor,
	job: JobDefinition<T>,
	payload: T,
	options: EnqueueOptions,
): Promise<string | null> {
	const id = newId();
	const send: SendOptions = {
		id,
		singletonKey: options.singletonKey ?? id,
		db: { executeSql: (text, values = []) => tx.query(text, values) },
	};
	if (options.priority !== undefined) send.priority = options.priority;
	if (options.startAfterMs) send.startAfter = options.startAfterMs / 1000;
	return boss.send(job.name, payload as object, send);
}
