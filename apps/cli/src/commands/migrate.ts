import { processEnvironment } from "@nuclom/platform/process";
import type { Command } from "commander";
import { createOutput } from "../output.ts";
import { dataOption, jsonOption } from "./options.ts";

interface Flags {
	readonly status?: boolean;
	readonly data?: string;
	readonly json?: boolean;
}

export function addMigrate(program: Command): void {
	program
		.command("migrate")
		.description(
			"Bring the database up to date. Safe to repeat, and to run on several machines together.",
		)
		.option("--status", "change nothing, list which migrations are applied and which are not")
		.addOption(dataOption())
		.addOption(jsonOption())
		.action(async ({ status = false, data, json = false }: Flags) => {
			const { listMigrations, runMigrate } = await import("../migrate/run-migrate.ts");
			const run = status ? listMigrations : runMigrate;
			await run({ source: processEnvironment(), dataDir: data }, createOutput(json));
		});
}
