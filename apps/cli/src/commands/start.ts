import { processEnvironment } from "@nuclom/platform/process";
import { type Command, Option } from "commander";
import { createOutput } from "../output.ts";
import { dataOption, integer, jsonOption } from "./options.ts";

interface Flags {
	readonly port?: number;
	readonly data?: string;
	readonly json?: boolean;
	readonly demo?: boolean;
	readonly dev?: boolean;
}

export function addStart(program: Command): void {
	program
		.command("start")
		.description("Start everything: database, web and one worker. Ctrl-C stops it all.")
		.option(
			"--port <port>",
			"port that the web listens on (default: PORT, else 3000)",
			integer(1, 65_535),
		)
		.addOption(dataOption())
		.option("--demo", "add a workspace with footage, speech and comments, and print its login")
		.addOption(jsonOption())
		.addOption(new Option("--dev", "hot reload, from sources").hideHelp())
		.action(async ({ port, data, json = false, dev = false, demo = false }: Flags) => {
			const { runStart } = await import("../start/run-start.ts");
			const options = {
				source: processEnvironment(),
				dataDir: data,
				port,
				isDevelopment: dev,
				hasDemo: demo,
				isPretty: !json && process.stdout.isTTY === true,
			};
			process.exitCode = await runStart(options, createOutput(json));
		});
}
