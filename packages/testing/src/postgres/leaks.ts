import { setTimeout as wait } from "node:timers/promises";
import type { Sql } from "postgres";

/** A connection that the code under test left open. */
export interface LeakedConnection {
	readonly applicationName: string;
	readonly state: string;
	readonly lastQuery: string;
}

// A client that has just closed its socket is seen by the server a moment later.
const graceMs = 2000;

async function connectionsOf(sql: Sql, database: string): Promise<LeakedConnection[]> {
	return sql<LeakedConnection[]>`
		select application_name as "applicationName", coalesce(state, '') as "state",
			left(query, 200) as "lastQuery"
		from pg_stat_activity
		where datname = ${database} and backend_type = 'client backend'
		order by backend_start`;
}

/** Connections to the database that do not go away by themselves. */
export async function findLeaks(sql: Sql, database: string): Promise<LeakedConnection[]> {
	const deadline = performance.now() + graceMs;
	for (;;) {
		const found = await connectionsOf(sql, database);
		if (found.length === 0 || performance.now() > deadline) return found;
		await wait(20);
	}
}

export function explainLeaks(leaks: readonly LeakedConnection[]): Error {
	const lines = leaks.map(
		(leak) => `- ${leak.applicationName || "(no name)"}, ${leak.state}: ${leak.lastQuery}`,
	);
	return new Error(
		`${leaks.length} connection(s) to the test database were left open:\n${lines.join("\n")}`,
	);
}
