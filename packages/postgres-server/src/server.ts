import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { AppError, type Logger, silentLogger } from "@nuclom/core";
import { type Account, serverAccount } from "./account.ts";
import { type Binaries, findBinaries } from "./binaries.ts";
import { type BroughtUp, bringUp } from "./bring-up.ts";
import type { StopMode } from "./child.ts";
import { dataMajor, requireSameMajor } from "./data-folder.ts";
import { ensureDatabase } from "./databases.ts";
import { withSystemErrors } from "./failures.ts";
import { initializeData } from "./initialize.ts";
import { linkToOwner } from "./link-to-owner.ts";
import { giveUpOwnership, takeOwnership } from "./owner.ts";
import { readPostmaster } from "./postmaster-file.ts";
import { reachableBinaries, requireReachable } from "./reachable.ts";
import type { PostgresServer, PostgresServerOptions, StartedServer } from "./server-types.ts";
import { readStatus } from "./status.ts";
import { stopServer } from "./stop.ts";

interface Programs {
	readonly binaries: Binaries;
	readonly account: Account;
}

/** What one server object knows. */
interface State {
	readonly options: PostgresServerOptions;
	readonly dataDir: string;
	readonly user: string;
	readonly logger: Logger;
	programs: Programs | undefined;
	running: StartedServer | undefined;
	/** Undoes the link between this process's end and the server's. */
	unlink: () => void;
}

/**
 * An embedded PostgreSQL on one data folder, owned by one process at a time. Creating it does nothing yet.
 * The owner handles SIGINT and SIGTERM by calling `stop()`; when it exits without, the server is told to stop;
 * when it is killed, the server lives on and the next `start()` adopts it.
 */
export function createPostgresServer(options: PostgresServerOptions): PostgresServer {
	const state: State = {
		options,
		dataDir: resolve(options.dataDir),
		user: options.user ?? "nuclom",
		logger: options.logger ?? silentLogger,
		programs: undefined,
		running: undefined,
		unlink: () => {},
	};
	return {
		initialize: () => initialize(state),
		start: () => start(state),
		stop: (mode = "fast") => stop(state, mode),
		status: () => readStatus(state.dataDir),
		url: (database) => urlOf(state, database),
		ensureDatabase: (name) => ensureDatabase(urlOf(state, "postgres"), name),
		get pid() {
			return state.running?.pid;
		},
		get port() {
			return state.running?.port;
		},
		get version() {
			return state.programs?.binaries.version;
		},
	};
}

/** Finds the programs and their account, once. */
async function prepare(state: State): Promise<Programs> {
	const { options, dataDir, logger } = state;
	if (state.programs) return state.programs;
	const account = await serverAccount(dataDir);
	const found = await findBinaries(options.binariesDir);
	const { reachableDir } = options;
	const binaries = await reachableBinaries(found, account, { reachableDir, logger });
	state.programs = { account, binaries };
	return state.programs;
}

async function initialize(state: State): Promise<void> {
	const { options, dataDir, user, logger } = state;
	const { isDurable = true, superuserPassword: password } = options;
	const target = { ...(await prepare(state)), dataDir, user, password, isDurable, logger };
	await withSystemErrors("Creating the database folder", () => initializeData(target));
}

async function start(state: State): Promise<StartedServer> {
	const { dataDir, running } = state;
	if (running && (await readPostmaster(dataDir))?.pid === running.pid) return running;
	const programs = await prepare(state);
	await requireStartable(dataDir, programs);
	const started = await withSystemErrors("Starting PostgreSQL", () => own(state, programs));
	state.unlink();
	state.unlink = linkToOwner(started.pid);
	state.running = started;
	return started;
}

async function requireStartable(dataDir: string, { binaries, account }: Programs): Promise<void> {
	await requireSameMajor(dataDir, binaries.major);
	if ((await dataMajor(dataDir)) === undefined) {
		throw new AppError("CONFIG_INVALID", `There is no database in ${dataDir}.`, {
			hint: "Initialize the folder before starting PostgreSQL on it.",
		});
	}
	await requireReachable(dataDir, account);
}

async function own(state: State, programs: Programs): Promise<StartedServer> {
	const { options, dataDir, logger } = state;
	await takeOwnership(dataDir, programs.account);
	try {
		const broughtUp = await bringUp({
			...programs,
			dataDir,
			logger,
			port: options.port,
			maxConnections: options.maxConnections ?? 100,
			settings: options.settings ?? {},
			startTimeoutMs: options.startTimeoutMs ?? 300_000,
			stopTimeoutMs: stopTimeoutMs(options),
		});
		return describe(dataDir, broughtUp);
	} catch (error) {
		await giveUpOwnership(dataDir);
		throw error;
	}
}

const stopTimeoutMs = (options: PostgresServerOptions): number => options.stopTimeoutMs ?? 60_000;

function describe(dataDir: string, { postmaster, exited, isAdopted }: BroughtUp): StartedServer {
	const { pid, port } = postmaster;
	return { pid, port, isAdopted, exited: exited ?? whenGone(dataDir, pid) };
}

/** An adopted server is not a child, so its end can only be looked for. */
async function whenGone(dataDir: string, pid: number): Promise<void> {
	while ((await readPostmaster(dataDir))?.pid === pid) {
		// Looking alone is no reason for this process to stay.
		await wait(500, undefined, { ref: false });
	}
}

async function stop(state: State, mode: StopMode): Promise<void> {
	const { options, dataDir, logger } = state;
	if ((await dataMajor(dataDir)) === undefined) return;
	const timeoutMs = stopTimeoutMs(options);
	await stopServer({ ...(await prepare(state)), dataDir, timeoutMs, logger }, mode);
	state.unlink();
	state.unlink = () => {};
	state.running = undefined;
	await giveUpOwnership(dataDir);
}

function urlOf({ options, user, running }: State, database: string): string {
	if (!running) throw new AppError("INTERNAL", "PostgreSQL has no address before it is started.");
	const login = `${encodeURIComponent(user)}:${encodeURIComponent(options.superuserPassword)}`;
	return `postgres://${login}@127.0.0.1:${running.port}/${encodeURIComponent(database)}`;
}
