import { processEnvironment } from "@nuclom/platform/process";
import { type Command, Option } from "commander";
import { dataOption, integer, jsonOption } from "./options.ts";

interface Flags {
	readonly videos: number;
	readonly data?: string;
	readonly json?: boolean;
	readonly pretty?: boolean;
}

export function addWorker(program: Command): void {
	program
		.command("worker")
		.description("Work off jobs: process videos, transcribe, clean up. As many as wanted.")
		.option("--videos <count>", "videos that are processed at once", integer(1, 64), 1)
		.addOption(dataOption())
		.addOption(jsonOption())
		.addOption(new Option("--pretty", "readable log lines").hideHelp())
		.action(async ({ videos, data, json = false, pretty = false }: Flags) => {
			const { runWorker } = await import("../worker/run-worker.ts");
			await runWorker({
				source: processEnvironment(),
				dataDir: data,
				videoConcurrency: videos,
				isPretty: !json && (pretty || process.stdout.isTTY === true),
			});
		});
}
