import type { Logger } from "@nuclom/core";
import type { EnvironmentSource } from "@nuclom/platform/process";
import type { PostgresServer } from "@nuclom/postgres-server";
import { exitCodes } from "../exit-codes.ts";
import { databaseName, hasDatabase } from "../local/environment.ts";
import { commandLogger } from "../local/logger.ts";
import { unlockFolder } from "../local/run-file.ts";
import { type Output, plural } from "../output.ts";
import { announce } from "./announce.ts";
import type { Child, Exit } from "./child.ts";
import { childEnvironment, databaseEnvironment } from "./child-environment.ts";
import {
	bringUpDatabase,
	embeddedDatabase,
	keepDatabaseAlive,
	stopDatabase,
} from "./embedded-database.ts";
import { createFamily, type Family } from "./family.ts";
import { openLog } from "./log/open-log.ts";
import type { RunLog } from "./log/run-log.ts";
import { type Prepared, prepare, type StartOptions } from "./prepare.ts";
import { createSteps, type Step } from "./steps.ts";
import { listenForStop, type StopRequests } from "./stop-requests.ts";
import { watchSources } from "./watch-sources.ts";

type Options = StartOptions & { readonly isPretty: boolean };

interface Run extends Prepared {
	readonly options: Options;
	readonly output: Output;
	readonly logger: Logger;
	/** On somebody's own machine; elsewhere the operator's log collector gets everything as it comes. */
	readonly log: RunLog | undefined;
	readonly step: Step;
	readonly stop: StopRequests;
	readonly env: EnvironmentSource;
	readonly family: Family;
	/** Undefined where the operator named a database. */
	readonly database: PostgresServer | undefined;
	/** Aborted when the end begins, whatever its reason. */
	readonly ending: AbortController;
	/** What is done with the database beside the steps; the end waits for it. */
	readonly pending: Promise<unknown>[];
	readonly startedAt: number;
}

/** A step that is given up when a stop is asked for. */
function interruptible(step: Step, { first, asked }: StopRequests): Step {
	return (name, work, said) => {
		first.throwIfAborted();
		const interrupted = asked.then((signal) => Promise.reject(signal));
		return step(name, () => Promise.race([work(), interrupted]), said);
	};
}

/**
 * Starts everything and stays until it is told to stop, or until the web ends by itself.
 * Resolves to the exit code.
 * @throws {AppError} whatever keeps it from starting
 */
export async function runStart(options: Options, output: Output): Promise<number> {
	const startedAt = performance.now();
	const stop = listenForStop();
	const step = interruptible(createSteps(output), stop);
	try {
		const prepared = await prepare(options, step);
		const run = { ...compose(options, prepared, output), step, stop, startedAt };
		try {
			return await live(run);
		} finally {
			await end(run);
		}
	} catch (error) {
		if (stop.first.aborted) return exitCodes.interrupted.code;
		throw error;
	} finally {
		stop.release();
	}
}

/** The parts of a start. Nothing runs yet. */
function compose(options: Options, prepared: Prepared, output: Output) {
	const log = openLog(options.source, prepared.folder, output);
	const logger = commandLogger(options.source, log);
	const env = childEnvironment(options, prepared);
	const { folder, port, secrets } = prepared;
	const programs = { ...options, isPretty: options.isPretty && !log };
	const childOutput = log ?? (output.isJson ? 2 : 1);
	const family = createFamily({ folder, port, env, programs, output: childOutput, logger });
	const database = hasDatabase(options.source)
		? undefined
		: embeddedDatabase(folder, secrets, { ...logger, info: logger.debug });
	const ending = new AbortController();
	const pending: Promise<unknown>[] = [];
	return { ...prepared, options, output, logger, log, env, family, database, ending, pending };
}

/** The web loads its thousands of files while the database comes up. */
async function live(run: Run): Promise<number> {
	const { family, stop, database, logger, options, ending, pending } = run;
	stop.again.addEventListener("abort", () => family.kill(), { once: true });
	const web = family.startWeb();
	const url = await bringUp(run, web);
	const known = databaseEnvironment(url);
	web.tell(known);
	const ready = await run.step(
		"web",
		() => web.ready,
		() => "The web answers",
	);
	const worker = () => family.startWorker(known);
	await run.step("worker", worker, (isReady) =>
		isReady ? "The worker waits for jobs" : "The worker ended at once and is started again",
	);
	tellPerson(run, ready);
	if (options.hasDemo) await showDemo(run, ready.url, known);
	if (database) pending.push(keepDatabaseAlive(database, logger, ending.signal));
	const unwatch = options.isDevelopment ? watchSources(family) : () => {};
	return Promise.race([stop.asked.then(() => 0), web.exited.then(webExitCode)]).finally(unwatch);
}

/** The database and its schema. A web that cannot start, for its configuration say, ends the wait. */
async function bringUp(run: Run, web: Child): Promise<string | undefined> {
	const { env, logger, step } = run;
	const failed = web.ready.then(() => new Promise<never>(() => {}));
	const url = await Promise.race([startDatabase(run), failed]);
	const { migrateEverything } = await import("./migrations.ts");
	const source = { ...env, ...databaseEnvironment(url) };
	await step(
		"migrations",
		() => Promise.race([migrateEverything(source, url, logger), failed]),
		(count) => (count > 0 ? `Applied ${plural(count, "migration")}` : "The database is up to date"),
	);
	return url;
}

async function startDatabase({ database, pending, step }: Run): Promise<string | undefined> {
	if (!database) return undefined;
	const starting = bringUpDatabase(database, databaseName);
	pending.push(starting);
	const said = () => `PostgreSQL ${database.version} is running on port ${database.port}`;
	return step("database", () => starting, said);
}

function tellPerson(run: Run, { url, storage }: Awaited<Child["ready"]>): void {
	announce(run.output, {
		url: url ?? `http://localhost:${run.port}`,
		dataDir: run.folder.path,
		logFile: run.log?.path,
		hasOwnDatabase: run.database !== undefined,
		storage: storage ?? run.folder.storage,
		postgresVersion: run.database?.version,
		pid: process.pid,
		startedInMs: Math.round(performance.now() - run.startedAt),
	});
}

/** The demo is made through the running app, as its first two people would. */
async function showDemo(run: Run, webUrl: string | undefined, known: EnvironmentSource) {
	const { announceDemo, startDemo } = await import("./start-demo.ts");
	const url = webUrl ?? `http://localhost:${run.port}`;
	const source = { ...run.env, ...known };
	const logDestination = run.log ?? process.stderr;
	const make = () => startDemo({ url, stateDir: run.folder.path, source, logDestination });
	const login = await run.step("demo", make, () => "The demo is there");
	announceDemo(run.output, url, login);
}

/** The web's end is ours; ending by itself is never success. */
const webExitCode = ({ code }: Exit) => code || exitCodes.failure.code;

/** In order: those who use the database first. */
async function end(run: Run): Promise<void> {
	const { family, database, folder, output, log, ending, pending } = run;
	output.say("\n  Stopping …");
	ending.abort();
	await family.stop();
	await Promise.allSettled(pending);
	if (database) await stopDatabase(database);
	await log?.close();
	await unlockFolder(folder);
	output.say("  Stopped.");
}
