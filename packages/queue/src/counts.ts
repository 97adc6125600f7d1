import type { PgBoss } from "pg-boss";
import { queueSchema } from "./connect.ts";

export interface JobCounts {
	/** Waiting for a worker, a delay or a retry. */
	readonly queued: number;
	readonly active: number;
	/** Gave up on, within the last 3 days. */
	readonly failed: number;
	/** Done, within the last 3 days. */
	readonly completed: number;
}

interface Row {
	readonly name: string;
	readonly queued: number;
	readonly active: number;
	readonly failed: number;
	readonly completed: number;
}

// pg-boss's own statistics are refreshed by a running worker; the count that matters most is the one
// taken while no worker runs. Columns of pg-boss's schema 46.
const statement = `
	SELECT name,
		count(*) FILTER (WHERE state IN ('created', 'retry'))::int AS queued,
		count(*) FILTER (WHERE state = 'active')::int AS active,
		count(*) FILTER (WHERE state = 'failed')::int AS failed,
		count(*) FILTER (WHERE state = 'completed')::int AS completed
	FROM ${queueSchema}.job
	WHERE name = ANY($1::text[])
	GROUP BY name`;

/** Counts for each name, zeros included. */
export async function countJobs(
	boss: PgBoss,
	names: readonly string[],
): Promise<Record<string, JobCounts>> {
	const { rows } = await boss.getDb().executeSql(statement, [names]);
	const none = { queued: 0, active: 0, failed: 0, completed: 0 };
	const counts: Record<string, JobCounts> = Object.fromEntries(names.map((name) => [name, none]));
	for (const { name, queued, active, failed, completed } of rows as Row[]) {
		counts[name] = { queued, active, failed, completed };
	}
	return counts;
}
