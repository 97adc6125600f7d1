import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { AppError, type Logger, silentLogger } from "@nuclom/core";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { databaseError } from "./database-error.ts";

// The same relative place from src/ and from dist/. Not new URL("../migrations", …): bundlers take that for a file
// to bundle, and there is none of that name.
const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "migrations");

/** Any constant: the advisory lock that lets one migrator run at a time. */
const lockKey = 7_238_115_902;

export interface MigrationStatus {
	readonly applied: string[];
	/** In this release, not in the database. */
	readonly pending: string[];
	/** In the database, not in this release: the database is ahead. */
	readonly unknown: string[];
}

export interface MigrateConfig {
	/** A direct address: session locks do not survive a transaction pooler. */
	readonly url: string;
	readonly logger?: Logger;
}

async function withConnection<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
	const sql = postgres(url, {
		max: 1,
		onnotice: () => {},
		connection: { application_name: "nuclom migrate" },
	});
	try {
		return await work(sql);
	} catch (error) {
		throw databaseError(error) ?? error;
	} finally {
		await sql.end({ timeout: 5 });
	}
}

async function releaseMigrations(): Promise<string[]> {
	const entries = await readdir(folder, { withFileTypes: true });
	return entries
		.filter((entry) => entry.isDirectory())
		.map((entry) => entry.name)
		.sort();
}

async function appliedMigrations(sql: postgres.Sql): Promise<string[]> {
	const [found] =
		await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as exists`;
	if (!found?.exists) return [];
	const rows = await sql<{ name: string }[]>`
		select name from drizzle.__drizzle_migrations order by name`;
	return rows.map((row) => row.name);
}

async function compare(sql: postgres.Sql): Promise<MigrationStatus> {
	const [release, applied] = await Promise.all([releaseMigrations(), appliedMigrations(sql)]);
	return {
		applied: applied.filter((name) => release.includes(name)),
		pending: release.filter((name) => !applied.includes(name)),
		unknown: applied.filter((name) => !release.includes(name)),
	};
}

/** Compares this release's migrations with those in the database, by name. */
export function migrationStatus(config: MigrateConfig): Promise<MigrationStatus> {
	return withConnection(config.url, compare);
}

/**
 * Applies what is pending, one migrator at a time: a second one waits for the first.
 * @throws {AppError} DATABASE_MIGRATION_FAILED, DATABASE_UNAVAILABLE
 */
export function migrate(config: MigrateConfig): Promise<MigrationStatus> {
	const logger = config.logger ?? silentLogger;
	return withConnection(config.url, async (sql) => {
		await sql`select pg_advisory_lock(${lockKey})`;
		const { pending } = await compare(sql);
		if (pending.length > 0) {
			logger.info({ pending }, "Applying migrations");
			await apply(sql);
		}
		return compare(sql);
	});
}

async function apply(sql: postgres.Sql): Promise<void> {
	try {
		await applyMigrations(drizzle({ client: sql }), { migrationsFolder: folder });
	} catch (error) {
		throw (
			databaseError(error) ??
			new AppError("DATABASE_MIGRATION_FAILED", "A migration failed; its changes were undone.", {
				hint: "The cause is in the log. The database is as it was before this migration.",
				cause: error,
			})
		);
	}
}

/**
 * The gate at start: refuses a database whose schema is behind this release.
 * A database that is ahead is reported by the answer: an older release may keep serving.
 * @throws {AppError} DATABASE_SCHEMA_BEHIND
 */
export async function assertMigrated(config: MigrateConfig): Promise<MigrationStatus> {
	const status = await migrationStatus(config);
	if (status.pending.length > 0) {
		throw new AppError(
			"DATABASE_SCHEMA_BEHIND",
			`The database lacks ${status.pending.length} migration(s) of this release.`,
			{ hint: "Run: nuclom migrate", data: { pending: status.pending } },
		);
	}
	return status;
}
