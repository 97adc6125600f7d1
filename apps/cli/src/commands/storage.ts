import { processEnvironment } from "@nuclom/platform/process";
import type { Command } from "commander";
import { createOutput } from "../output.ts";
import { addSweep } from "../storage/sweep-command.ts";
import { dataOption, jsonOption } from "./options.ts";

interface Flags {
	readonly data?: string;
	readonly json?: boolean;
}

interface SetupFlags extends Flags {
	readonly dryRun?: boolean;
	readonly removeConflicting?: boolean;
}

function addSetup(storage: Command): void {
	storage
		.command("setup")
		.description(
			"Give the bucket the CORS and lifecycle rules that uploads need. Shows what differs first; safe to repeat.",
		)
		.option("--dry-run", "show what differs, and change nothing")
		.option("--remove-conflicting", "take away rules of others that would harm what is stored")
		.addOption(dataOption())
		.addOption(jsonOption())
		.action(async (flags: SetupFlags) => {
			const { dryRun = false, removeConflicting = false, data, json = false } = flags;
			const { runStorageSetup } = await import("../storage/run-setup.ts");
			const source = processEnvironment();
			const options = { isDryRun: dryRun, removesConflicts: removeConflicting };
			await runStorageSetup({ source, dataDir: data, ...options }, createOutput(json));
		});
}

function addCheck(storage: Command): void {
	storage
		.command("check")
		.description(
			"Prove the store from end to end, as server and browser use it, and say what to change. Removes what it writes.",
		)
		.addOption(dataOption())
		.addOption(jsonOption())
		.action(async ({ data, json = false }: Flags) => {
			const { runStorageCheck } = await import("../storage/run-check.ts");
			const options = { source: processEnvironment(), dataDir: data };
			process.exitCode = await runStorageCheck(options, createOutput(json));
		});
}

/** The place where objects lie; each command beside it is one verb. */
export function addStorage(program: Command): void {
	const storage = program
		.command("storage")
		.description("Set up, prove and compare the place where objects lie.")
		// Before its commands are added: they take it over.
		.exitOverride();
	addSetup(storage);
	addCheck(storage);
	addSweep(storage);
	for (const command of storage.commands) {
		command.showHelpAfterError(`(nuclom storage ${command.name()} --help lists its flags)`);
	}
}
