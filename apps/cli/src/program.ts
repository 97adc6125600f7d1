import { Command } from "commander";
import { addCdn } from "./commands/cdn.ts";
import { addDoctor } from "./commands/doctor.ts";
import { addMigrate } from "./commands/migrate.ts";
import { addStart } from "./commands/start.ts";
import { addStorage } from "./commands/storage.ts";
import { addUpload } from "./commands/upload.ts";
import { addWorker } from "./commands/worker.ts";
import { exitCodeTable } from "./exit-codes.ts";
import { readVersion } from "./version.ts";

/** The command line: one file per command. Parsing throws commander's own errors. */
export function createProgram(): Command {
	const program = new Command("nuclom")
		.description("Video collaboration on your own machine.")
		.version(readVersion())
		.showHelpAfterError("(nuclom --help lists every command)")
		.addHelpText("after", exitCodeTable())
		.addHelpText("after", "\nVariables: .env.example describes every one.")
		.exitOverride();
	addStart(program);
	addMigrate(program);
	addWorker(program);
	addDoctor(program);
	addUpload(program);
	addStorage(program);
	addCdn(program);
	for (const command of program.commands) {
		command.exitOverride();
		command.showHelpAfterError(`(nuclom ${command.name()} --help lists its flags)`);
	}
	return program;
}
