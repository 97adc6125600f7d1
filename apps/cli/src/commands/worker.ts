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
		.description(
			"Run one more worker, which processes and transcribes videos. `start` brings one by itself.",
		)
		.option("--videos <count>", "how many videos it processes at the same time", integer(1, 64), 1)
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
