import { setTimeout as wait } from "node:timers/promises";
import { AppError, type Logger } from "@nuclom/core";
import type { Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { type ServerChild, spawnServer } from "./child.ts";
import { explainFailure, isHeldByOrphans, readStartLog } from "./failures.ts";
import { poll } from "./poll.ts";
import { disarmStaleFile, type Postmaster, readPostmaster } from "./postmaster-file.ts";

export interface StartOptions {
	readonly dataDir: string;
	readonly port: number;
	readonly binaries: Binaries;
	readonly account: Account;
	readonly timeoutMs: number;
	readonly logger: Logger;
}

export interface RunningChild {
	readonly postmaster: Postmaster;
	readonly exited: Promise<void>;
}

export const isServing = (found: Postmaster): boolean =>
	found.state === "ready" || found.state === "standby";

async function waitUntilServing(
	options: StartOptions,
	child: ServerChild,
	hasExited: () => boolean,
): Promise<Postmaster | undefined> {
	const found = await poll<Postmaster | "exited">(async () => {
		if (hasExited()) return "exited";
		const postmaster = await readPostmaster(options.dataDir);
		const isOurs = postmaster !== undefined && postmaster.pid === child.pid;
		return isOurs && isServing(postmaster) ? postmaster : undefined;
	}, options.timeoutMs);
	if (found === "exited") return undefined;
	if (found) return found;
	child.kill("SIGQUIT");
	await child.exited;
	throw new AppError("POSTGRES_START_FAILED", "PostgreSQL was not ready in time.", {
		hint: "After a crash it may need longer: start again, what it has replayed is kept.",
	});
}

async function startOnce(options: StartOptions): Promise<RunningChild | string> {
	if (await disarmStaleFile(options.dataDir, options.account)) {
		options.logger.warn({}, "The last PostgreSQL here was killed; it recovers from its log");
	}
	const sinceMs = Date.now() - 1000;
	const child = await spawnServer(options.binaries, options.account, options.dataDir);
	let isGone = false;
	const exited = child.exited.finally(() => {
		isGone = true;
	});
	const postmaster = await waitUntilServing(options, child, () => isGone);
	if (postmaster) return { postmaster, exited };
	await exited;
	return readStartLog(options.dataDir, sinceMs);
}

/**
 * Starts the server and waits until it answers. Orphans of a killed server hold its shared memory until they
 * notice, usually within milliseconds; that failure is waited out until `timeoutMs`.
 */
export async function startServer(options: StartOptions): Promise<RunningChild> {
	const deadline = performance.now() + options.timeoutMs;
	for (;;) {
		const result = await startOnce(options);
		if (typeof result !== "string") return result;
		if (!isHeldByOrphans(result) || performance.now() > deadline) {
			throw explainFailure("Starting PostgreSQL", result, options.port);
		}
		await wait(100);
	}
}
