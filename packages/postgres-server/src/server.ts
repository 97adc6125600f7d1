import { resolve } from "node:path";
import { AppError, type Logger, silentLogger } from "@nuclom/core";
import { type Account, serverAccount } from "./account.ts";
import { type Binaries, findBinaries } from "./binaries.ts";
import { type BringUpOptions, type BroughtUp, bringUp } from "./bring-up.ts";
import type { StopMode } from "./child.ts";
import { dataMajor, requireSameMajor } from "./data-folder.ts";
import { ensureDatabase } from "./databases.ts";
import { withSystemErrors } from "./failures.ts";
import { initializeData } from "./initialize.ts";
import { linkToOwner } from "./link-to-owner.ts";
import { giveUpOwnership, takeOwnership } from "./owner.ts";
import { poll } from "./poll.ts";
import { readPostmaster } from "./postmaster-file.ts";
import { reachableBinaries, requireReachable } from "./reachable.ts";
import type { Settings } from "./settings.ts";
import { stopServer } from "./stop.ts";

export interface PostgresServerOptions {
	/** The data folder. Its parent is created when missing; as root, others must be able to pass it. */
	readonly dataDir: string;
	/** Default: the port of the last start, or a free one below 32768. */
	readonly port?: number;
	readonly superuserPassword: string;
	/** The superuser's name; fixed when the folder is made. Default `nuclom`. */
	readonly user?: string;
	/** A folder with bin, lib and share. Default: the npm package of this platform. */
	readonly binariesDir?: string;
	/** As root, where a copy of unreachable programs goes. Default `/var/lib/nuclom/postgres-<version>`. */
	readonly reachableDir?: string;
	readonly maxConnections?: number;
	/** Further settings by PostgreSQL's names. They are written to a file, never to a command line. */
	readonly settings?: Settings;
	/** False only for data that nobody will miss: initialization does not wait for the disk. */
	readonly isDurable?: boolean;
	/** How long a start may take, crash recovery included. Default 300,000. */
	readonly startTimeoutMs?: number;
	/** How long an orderly stop may take before the hard one. Default 60,000. */
	readonly stopTimeoutMs?: number;
	readonly logger?: Logger;
}

export interface StartedServer {
	readonly pid: number;
	readonly port: number;
	/** True when the server of a former run was still there and was kept. */
	readonly isAdopted: boolean;
	/** Settles when the server ends, whatever the reason. */
	readonly exited: Promise<void>;
}

export interface ServerStatus {
	readonly state: "uninitialized" | "stopped" | "starting" | "running" | "stopping";
	readonly pid?: number;
	readonly port?: number;
	/** Major version that made the data folder. */
	readonly dataMajor?: number;
}

export interface PostgresServer {
	/** Creates the data folder; does nothing when it is there. */
	initialize(): Promise<void>;
	/** Starts or adopts the server and waits until it answers. */
	start(): Promise<StartedServer>;
	/** Stops the server, `fast` by default, and waits for its end; does nothing when none runs. */
	stop(mode?: StopMode): Promise<void>;
	status(): Promise<ServerStatus>;
	/** Address with the password in it: never log it. Throws before `start()`. */
	url(database: string): string;
	/** Creates a database unless it exists; true when this call made it. */
	ensureDatabase(name: string): Promise<boolean>;
	readonly pid: number | undefined;
	readonly port: number | undefined;
	/** Version of the programs, such as `18.4`; known after `initialize()` or `start()`. */
	readonly version: string | undefined;
}

interface Programs {
	readonly binaries: Binaries;
	readonly account: Account;
}

/**
 * An embedded PostgreSQL on one data folder, owned by one process at a time. Creating it does nothing yet.
 * The owner handles SIGINT and SIGTERM by calling `stop()`; when it exits without, the server is told to stop;
 * when it is killed, the server lives on and the next `start()` adopts it.
 */
export function createPostgresServer(options: PostgresServerOptions): PostgresServer {
	const dataDir = resolve(options.dataDir);
	const logger = options.logger ?? silentLogger;
	const user = options.user ?? "nuclom";
	let programs: Promise<Programs> | undefined;
	let version: string | undefined;
	let running: StartedServer | undefined;
	let unlink = () => {};

	const prepare = (): Promise<Programs> => {
		programs ??= preparePrograms(options, logger).catch((error: unknown) => {
			programs = undefined;
			throw error;
		});
		return programs;
	};

	async function initialize(): Promise<void> {
		const { binaries, account } = await prepare();
		version = binaries.version;
		const { isDurable = true, superuserPassword: password } = options;
		const target = { dataDir, binaries, account, user, password, isDurable, logger };
		await withSystemErrors("Creating the database folder", () => initializeData(target));
	}

	async function start(): Promise<StartedServer> {
		if (running && (await readPostmaster(dataDir))?.pid === running.pid) return running;
		const { binaries, account } = await prepare();
		version = binaries.version;
		await requireStartable(dataDir, binaries, account);
		await withSystemErrors("Starting PostgreSQL", () => takeOwnership(dataDir, account));
		try {
			const settings = bringUpOptions(options, { dataDir, binaries, account, logger });
			running = describe(
				dataDir,
				await withSystemErrors("Starting PostgreSQL", () => bringUp(settings)),
			);
		} catch (error) {
			await giveUpOwnership(dataDir);
			throw error;
		}
		unlink();
		unlink = linkToOwner(running.pid);
		return running;
	}

	async function stop(mode: StopMode = "fast"): Promise<void> {
		if ((await dataMajor(dataDir)) === undefined) return;
		const { binaries, account } = await prepare();
		const timeoutMs = options.stopTimeoutMs ?? 60_000;
		await stopServer({ dataDir, binaries, account, timeoutMs, logger }, mode);
		unlink();
		running = undefined;
		await giveUpOwnership(dataDir);
	}

	function url(database: string): string {
		if (!running) throw new AppError("INTERNAL", "PostgreSQL has no address before it is started.");
		const login = `${encodeURIComponent(user)}:${encodeURIComponent(options.superuserPassword)}`;
		return `postgres://${login}@127.0.0.1:${running.port}/${encodeURIComponent(database)}`;
	}

	return {
		initialize,
		start,
		stop,
		status: () => readStatus(dataDir),
		url,
		ensureDatabase: (name) => ensureDatabase(url("postgres"), name),
		get pid() {
			return running?.pid;
		},
		get port() {
			return running?.port;
		},
		get version() {
			return version;
		},
	};
}

async function preparePrograms(options: PostgresServerOptions, logger: Logger): Promise<Programs> {
	const account = await serverAccount(resolve(options.dataDir));
	const found = await findBinaries(options.binariesDir);
	const { reachableDir } = options;
	return { account, binaries: await reachableBinaries(found, account, { reachableDir, logger }) };
}

async function requireStartable(dataDir: string, binaries: Binaries, account: Account) {
	await requireSameMajor(dataDir, binaries.major);
	if ((await dataMajor(dataDir)) === undefined) {
		throw new AppError("CONFIG_INVALID", `There is no database in ${dataDir}.`, {
			hint: "Initialize the folder before starting PostgreSQL on it.",
		});
	}
	await requireReachable(dataDir, account);
}

function bringUpOptions(
	options: PostgresServerOptions,
	found: Pick<BringUpOptions, "dataDir" | "binaries" | "account" | "logger">,
): BringUpOptions {
	return {
		...found,
		port: options.port,
		maxConnections: options.maxConnections ?? 100,
		settings: options.settings ?? {},
		startTimeoutMs: options.startTimeoutMs ?? 300_000,
		stopTimeoutMs: options.stopTimeoutMs ?? 60_000,
	};
}

function describe(dataDir: string, { postmaster, exited, isAdopted }: BroughtUp): StartedServer {
	const { pid, port } = postmaster;
	return { pid, port, isAdopted, exited: exited ?? whenGone(dataDir, pid) };
}

/** An adopted server is not a child, so its end can only be looked for. */
async function whenGone(dataDir: string, pid: number): Promise<void> {
	const isGone = async () => ((await readPostmaster(dataDir))?.pid === pid ? undefined : true);
	await poll(isGone, Number.POSITIVE_INFINITY, 500);
}

async function readStatus(dataDir: string): Promise<ServerStatus> {
	const major = await dataMajor(dataDir);
	if (major === undefined) return { state: "uninitialized" };
	const found = await readPostmaster(dataDir);
	if (!found) return { state: "stopped", dataMajor: major };
	const states = { ready: "running", standby: "running", stopping: "stopping" } as const;
	const state = states[found.state as keyof typeof states] ?? "starting";
	return { state, pid: found.pid, port: found.port, dataMajor: major };
}
