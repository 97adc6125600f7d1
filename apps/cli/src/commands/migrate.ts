import { type MigrationStatus, migrationStatus } from "@nuclom/db";
import { createProcessLogger, loadConfiguration, processEnvironment } from "@nuclom/platform";
import type { Command } from "commander";
import { withLocalState } from "../local/environment.ts";
import { migrateAll, requireKnownSchema } from "../local/migrate-all.ts";
import { createOutput, mark } from "../output.ts";
import { chooseFolder } from "../start/prepare.ts";
import { dataOption, jsonOption } from "./options.ts";

interface Flags {
	readonly status?: boolean;
	readonly data?: string;
	readonly json?: boolean;
}

function list({ applied, pending, unknown }: MigrationStatus): string {
	return [
		...applied.map((name) => mark("ok", name)),
		...pending.map((name) => mark("warn", `${name}  (pending)`)),
		...unknown.map((name) => mark("fail", `${name}  (of a newer Nuclom)`)),
		...(pending.length > 0 ? ["", "Run: nuclom migrate"] : []),
	].join("\n");
}

export function addMigrate(program: Command): void {
	program
		.command("migrate")
		.description("Bring the database up to date. Safe to run several times, and at once.")
		.option("--status", "only list which migrations are applied and which are not")
		.addOption(dataOption())
		.addOption(jsonOption())
		.action(async ({ status: isListing = false, data, json = false }: Flags) => {
			const output = createOutput(json);
			const environment = processEnvironment();
			const source = await withLocalState(environment, chooseFolder(environment, data));
			const url = loadConfiguration(source).database.directUrl;
			if (isListing) {
				const status = await migrationStatus({ url });
				output.answer({ status: "ok", ...status }, list(status));
				requireKnownSchema(status);
				return;
			}
			const destination = process.stderr;
			const isPretty = destination.isTTY === true;
			const logger = createProcessLogger({ service: "cli", source, isPretty, destination });
			const { applied, status } = await migrateAll(url, logger);
			const done =
				applied.length > 0
					? `Applied ${applied.length} migration(s): ${applied.join(", ")}`
					: "The database is up to date.";
			output.answer({ status: "ok", newlyApplied: applied, ...status }, mark("ok", done));
		});
}
