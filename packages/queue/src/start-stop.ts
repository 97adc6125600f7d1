import { AppError } from "@nuclom/core";
import { getConstructionPlans, type PgBoss } from "pg-boss";
import { queueSchema } from "./connect.ts";
import { declareQueues } from "./declare.ts";
import { unavailable } from "./errors.ts";
import type { JobDefinition } from "./job-definition.ts";
import type { RunningJobs } from "./running.ts";

/** How long an aborted handler has to come to an end before its job is given away regardless. */
const unwindMs = 2000;

/** Starts pg-boss without ever touching its schema. */
export async function startBoss(boss: PgBoss, jobs: readonly JobDefinition[]): Promise<void> {
	try {
		await boss.start();
		await declareQueues(boss, jobs);
	} catch (error) {
		const reason = await startError(boss, error);
		await boss.stop({ graceful: false, close: true });
		throw reason;
	}
}

/** Tells a schema of another version, of which pg-boss only says that it differs, from an outage. */
async function startError(boss: PgBoss, error: unknown): Promise<AppError> {
	const message = error instanceof Error ? error.message : "";
	if (!/is not installed|requires migrations/.test(message)) return unavailable(error);
	const found = await boss.schemaVersion().catch(() => null);
	if (found !== null && found > expectedVersion()) {
		return new AppError(
			"DATABASE_SCHEMA_AHEAD",
			"The job queue's schema is newer than this program.",
			{
				hint: "Start the version of Nuclom that migrated this database, or a newer one.",
				cause: error,
			},
		);
	}
	return new AppError("DATABASE_SCHEMA_BEHIND", "The job queue's schema is missing or too old.", {
		hint: "Run `nuclom migrate`.",
		cause: error,
	});
}

/** Stops taking jobs at once; ends the running ones when their grace is over. */
export async function stopBoss(boss: PgBoss, running: RunningJobs, graceMs: number): Promise<void> {
	running.refuseNew();
	const abort = setTimeout(() => running.abortAll(), graceMs);
	const abandon = setTimeout(() => void running.handBackAll(), graceMs + unwindMs);
	try {
		await boss.stop({ graceful: true, close: true, timeout: graceMs + 2 * unwindMs });
	} finally {
		clearTimeout(abort);
		clearTimeout(abandon);
	}
}

/** pg-boss exports its schema's version nowhere but in the statements that create it. */
function expectedVersion(): number {
	const statement = /INSERT INTO \S+\.version\s*\(version\)\s*VALUES\s*\('?(\d+)'?\)/i;
	return Number(statement.exec(getConstructionPlans(queueSchema))?.[1] ?? Number.POSITIVE_INFINITY);
}
