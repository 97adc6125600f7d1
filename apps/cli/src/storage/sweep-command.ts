import { processEnvironment } from "@nuclom/platform/process";
import type { Command } from "commander";
import { dataOption, integer, jsonOption } from "../commands/options.ts";
import { createOutput } from "../output.ts";

interface Flags {
	readonly dryRun?: boolean;
	readonly graceHours: number;
	readonly data?: string;
	readonly json?: boolean;
}

const yearHours = 24 * 366;

export function addSweep(storage: Command): void {
	storage
		.command("sweep")
		.description(
			"Compare the store with the database: files that belong to nothing are planned for deletion, missing ones are told (exit code 1).",
		)
		.option("--dry-run", "change nothing, only tell")
		.option(
			"--grace-hours <hours>",
			"leave younger files alone: their rows may still come",
			integer(0, yearHours),
			48,
		)
		.addOption(dataOption())
		.addOption(jsonOption())
		.action(async ({ dryRun = false, graceHours, data, json = false }: Flags) => {
			const { runSweep } = await import("./sweep.ts");
			const options = { source: processEnvironment(), dataDir: data, isDryRun: dryRun, graceHours };
			process.exitCode = await runSweep(options, createOutput(json));
		});
}
