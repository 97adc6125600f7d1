import type { Logger } from "@nuclom/core";
import { AppError } from "@nuclom/core";
import type { Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { portInUse } from "./failures.ts";
import { freePort, isFree } from "./free-port.ts";
import { poll } from "./poll.ts";
import { type Postmaster, readPostmaster } from "./postmaster-file.ts";
import {
	lastPort,
	readSettings,
	renderSettings,
	type Settings,
	writeSettings,
} from "./settings.ts";
import { isServing, type RunningChild, startServer } from "./start.ts";
import { stopServer } from "./stop.ts";

export interface BringUpOptions {
	readonly dataDir: string;
	readonly binaries: Binaries;
	readonly account: Account;
	readonly port: number | undefined;
	readonly maxConnections: number;
	readonly settings: Settings;
	readonly startTimeoutMs: number;
	readonly stopTimeoutMs: number;
	readonly logger: Logger;
}

/** A server that runs; `exited` is missing when it is not a child of this process. */
export type BroughtUp = { postmaster: Postmaster; exited?: Promise<void>; isAdopted: boolean };

/** Waits while a server of a former run is still starting or stopping. */
async function settledPostmaster(options: BringUpOptions): Promise<Postmaster | undefined> {
	const found = await poll(async () => {
		const postmaster = await readPostmaster(options.dataDir);
		return !postmaster || isServing(postmaster) ? { postmaster } : undefined;
	}, options.startTimeoutMs);
	if (found) return found.postmaster;
	throw new AppError("POSTGRES_START_FAILED", "The PostgreSQL of a former run is not ready yet.", {
		hint: "It may be recovering from a crash: start again in a minute.",
	});
}

/** A server of a former run, kept when it has the settings asked for and stopped in order when not. */
async function adopt(options: BringUpOptions): Promise<Postmaster | undefined> {
	const running = await settledPostmaster(options);
	if (!running) return undefined;
	const { dataDir, maxConnections, settings, logger } = options;
	const wanted = renderSettings(options.port ?? running.port, maxConnections, settings);
	if ((await readSettings(dataDir)) === wanted) {
		logger.info({ pid: running.pid, port: running.port }, "Adopted the PostgreSQL of a former run");
		return running;
	}
	logger.info({ pid: running.pid }, "Restarting PostgreSQL, because its settings have changed");
	await stopServer({ ...options, timeoutMs: options.stopTimeoutMs }, "fast");
	return undefined;
}

async function choosePort(options: BringUpOptions, isFirstTry: boolean): Promise<number> {
	if (options.port !== undefined) {
		if (await isFree(options.port)) return options.port;
		throw portInUse(options.port);
	}
	const last = isFirstTry ? await lastPort(options.dataDir) : undefined;
	return last !== undefined && (await isFree(last)) ? last : freePort();
}

async function startNew(options: BringUpOptions, isFirstTry: boolean): Promise<RunningChild> {
	const port = await choosePort(options, isFirstTry);
	const text = renderSettings(port, options.maxConnections, options.settings);
	await writeSettings(options.dataDir, text, options.account);
	return startServer({ ...options, port, timeoutMs: options.startTimeoutMs });
}

/** Adopts the running server or starts one. A port of our own choice that is lost to another program is chosen again. */
export async function bringUp(options: BringUpOptions): Promise<BroughtUp> {
	const adopted = await adopt(options);
	if (adopted) return { postmaster: adopted, isAdopted: true };
	for (let attempt = 0; ; attempt++) {
		try {
			return { ...(await startNew(options, attempt === 0)), isAdopted: false };
		} catch (error) {
			const isTaken = AppError.isInstance(error) && error.code === "PORT_IN_USE";
			if (!isTaken || options.port !== undefined || attempt === 4) throw error;
		}
	}
}
