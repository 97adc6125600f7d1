import { AppError, type Logger } from "@nuclom/core";
import { type MigrationStatus, migrate, migrationStatus } from "@nuclom/db";
import { installQueueSchema } from "@nuclom/queue";

/** @throws {AppError} DATABASE_SCHEMA_AHEAD when a newer Nuclom has migrated this database */
export function requireKnownSchema({ unknown }: MigrationStatus): void {
	if (unknown.length === 0) return;
	throw new AppError("DATABASE_SCHEMA_AHEAD", "A newer Nuclom has migrated this database.", {
		hint: "Start the newer Nuclom, or restore a backup from before. Nothing was changed.",
		data: { unknown },
	});
}

/**
 * Brings our tables and the queue's up to date; several may run at once.
 * @throws {AppError} DATABASE_SCHEMA_AHEAD, DATABASE_MIGRATION_FAILED, DATABASE_UNAVAILABLE
 */
export async function migrateAll(
	url: string,
	logger: Logger,
): Promise<{ readonly applied: string[]; readonly status: MigrationStatus }> {
	const before = await migrationStatus({ url });
	requireKnownSchema(before);
	const status = await migrate({ url, logger });
	await installQueueSchema({ url });
	return { applied: before.pending, status };
}
