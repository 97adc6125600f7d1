import { AppError, type Logger } from "@nuclom/core";
import type { Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { type StopMode, signalStop } from "./child.ts";
import { poll } from "./poll.ts";
import { readPostmaster } from "./postmaster-file.ts";

export interface StopOptions {
	readonly dataDir: string;
	readonly binaries: Binaries;
	readonly account: Account;
	readonly timeoutMs: number;
	readonly logger: Logger;
}

function hasStopped(dataDir: string, timeoutMs: number): Promise<true | undefined> {
	return poll(async () => ((await readPostmaster(dataDir)) ? undefined : true), timeoutMs);
}

/**
 * Stops the server of a data folder and waits for its end. When it does not end in time it is ended the hard
 * way, which loses nothing that was committed. Throws POSTGRES_STOP_FAILED when even that does not help.
 */
export async function stopServer(options: StopOptions, mode: StopMode): Promise<void> {
	const running = await readPostmaster(options.dataDir);
	if (!running) return;
	await signalStop(options.binaries, options.account, options.dataDir, mode);
	if (await hasStopped(options.dataDir, options.timeoutMs)) return;
	options.logger.warn({ mode }, "PostgreSQL did not stop in time and is ended at once");
	await signalStop(options.binaries, options.account, options.dataDir, "immediate");
	if (await hasStopped(options.dataDir, 30_000)) return;
	throw new AppError("POSTGRES_STOP_FAILED", `PostgreSQL (process ${running.pid}) does not stop.`, {
		hint: `Look at process ${running.pid}; its data in ${options.dataDir} is safe.`,
	});
}
