import { createPlatform, loadConfiguration, type Platform } from "@nuclom/platform";
import type { EnvironmentSource } from "@nuclom/platform/process";
import { registerJobHandlers } from "@nuclom/services";
import { requireDatabase, withLocalState } from "../local/environment.ts";
import { chooseFolder } from "../local/state-folder.ts";

export interface WorkerOptions {
	readonly source: EnvironmentSource;
	readonly dataDir: string | undefined;
	/** Videos that are processed at once. */
	readonly videoConcurrency: number;
	readonly isPretty: boolean;
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

/**
 * Works off jobs until it is told to stop; running ones are given ten seconds, then they run again
 * elsewhere.
 * @throws {AppError} CONFIG_INVALID, QUEUE_UNAVAILABLE, DATABASE_SCHEMA_BEHIND
 */
export async function runWorker(options: WorkerOptions): Promise<void> {
	const { source, dataDir, videoConcurrency, isPretty } = options;
	const stop = stopRequest();
	const folder = chooseFolder(source, dataDir);
	const local = await withLocalState(source, folder);
	requireDatabase(local, folder);
	const platform = createPlatform(loadConfiguration(local), { service: "worker", isPretty });
	try {
		await work(platform, videoConcurrency);
		platform.logger.info({ videoConcurrency }, "Waiting for jobs");
		process.send?.({ type: "ready" });
		platform.logger.info({ reason: await stop }, "Stopping");
	} finally {
		await platform.close();
	}
	// The channel to the supervisor would keep us alive.
	if (process.connected) process.disconnect();
}
