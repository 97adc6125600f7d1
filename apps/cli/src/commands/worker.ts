import {
	createPlatform,
	loadConfiguration,
	type Platform,
	processEnvironment,
} from "@nuclom/platform";
import { registerJobHandlers } from "@nuclom/services";
import { type Command, Option } from "commander";
import { withLocalState } from "../local/environment.ts";
import { chooseFolder } from "../start/prepare.ts";
import { dataOption, integer, jsonOption } from "./options.ts";

interface Flags {
	readonly videos: number;
	readonly data?: string;
	readonly json?: boolean;
	readonly pretty?: boolean;
}

/** Resolves with the reason when the system, a person, or the end of `nuclom start` asks for a stop. */
function stopRequest(): Promise<string> {
	return new Promise((resolve) => {
		for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
			process.on(signal, () => resolve(signal));
		}
		if (process.send) process.once("disconnect", () => resolve("the supervisor is gone"));
	});
}

async function work(platform: Platform, videoConcurrency: number): Promise<void> {
	const { services, metrics, reporter } = platform;
	await registerJobHandlers(services, {
		videoConcurrency,
		onAttempt: (attempt) => metrics.recordJob(attempt),
		onError: (error, { name, jobId }) =>
			reporter.captureException(error, { operation: name, requestId: jobId }),
	});
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
			const stop = stopRequest();
			const environment = processEnvironment();
			const source = await withLocalState(environment, chooseFolder(environment, data));
			const isPretty = !json && (pretty || process.stdout.isTTY === true);
			const platform = createPlatform(loadConfiguration(source), { service: "worker", isPretty });
			try {
				await work(platform, videos);
				platform.logger.info({ videos }, "Waiting for jobs");
				process.send?.({ type: "ready" });
				platform.logger.info({ reason: await stop }, "Stopping");
			} finally {
				await platform.close();
			}
			// The channel to the supervisor would keep us alive.
			if (process.connected) process.disconnect();
		});
}
