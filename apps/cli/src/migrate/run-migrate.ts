import { type MigrationStatus, migrationStatus } from "@nuclom/db";
import { loadConfiguration } from "@nuclom/platform";
import type { EnvironmentSource } from "@nuclom/platform/process";
import { requireDatabase, withLocalState } from "../local/environment.ts";
import { commandLogger } from "../local/logger.ts";
import { migrateAll, requireKnownSchema } from "../local/migrate-all.ts";
import { chooseFolder } from "../local/state-folder.ts";
import { mark, type Output, plural } from "../output.ts";

export interface MigrateOptions {
	readonly source: EnvironmentSource;
	readonly dataDir: string | undefined;
}

async function directUrl({ source, dataDir }: MigrateOptions): Promise<string> {
	const folder = chooseFolder(source, dataDir);
	const local = await withLocalState(source, folder);
	requireDatabase(local, folder);
	return loadConfiguration(local).database.directUrl;
}

function describe({ applied, pending, unknown }: MigrationStatus): string {
	return [
		...applied.map((name) => mark("ok", name)),
		...pending.map((name) => mark("warn", `${name}  (pending)`)),
		...unknown.map((name) => mark("fail", `${name}  (of a newer Nuclom)`)),
		...(pending.length > 0 ? ["", "Run: nuclom migrate"] : []),
	].join("\n");
}

/** @throws {AppError} DATABASE_SCHEMA_AHEAD after the list, CONFIG_INVALID, DATABASE_UNAVAILABLE */
export async function listMigrations(options: MigrateOptions, output: Output): Promise<void> {
	const status = await migrationStatus({ url: await directUrl(options) });
	output.answer({ status: "ok", ...status }, describe(status));
	requireKnownSchema(status);
}

/** @throws {AppError} DATABASE_SCHEMA_AHEAD, DATABASE_MIGRATION_FAILED, CONFIG_INVALID, DATABASE_UNAVAILABLE */
export async function runMigrate(options: MigrateOptions, output: Output): Promise<void> {
	const logger = commandLogger(options.source);
	const { applied, status } = await migrateAll(await directUrl(options), logger);
	const done =
		applied.length > 0
			? `Applied ${plural(applied.length, "migration")}: ${applied.join(", ")}`
			: "The database is up to date.";
	output.answer({ status: "ok", newlyApplied: applied, ...status }, mark("ok", done));
}
