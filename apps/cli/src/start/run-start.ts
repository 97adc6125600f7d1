import { createProcessLogger, loadConfiguration } from "@nuclom/platform";
import type { PostgresServer } from "@nuclom/postgres-server";
import { exitCodes } from "../exit-codes.ts";
import { hasDatabase } from "../local/environment.ts";
import { migrateAll } from "../local/migrate-all.ts";
import { unlockFolder } from "../local/run-file.ts";
import type { Output } from "../output.ts";
import { announce } from "./announce.ts";
import type { Exit } from "./child.ts";
import { bringUpDatabase, embeddedDatabase, keepDatabaseAlive } from "./embedded-database.ts";
import { createFamily, type Family } from "./family.ts";
import { type Prepared, prepare, type StartOptions } from "./prepare.ts";
import { createSteps, type Step } from "./steps.ts";
import { listenForStop, type StopRequests } from "./stop-requests.ts";
import { watchSources } from "./watch-sources.ts";

interface Run {
	readonly options: StartOptions & { readonly isPretty: boolean };
	readonly output: Output;
	readonly step: Step;
	readonly stop: StopRequests;
	readonly startedAt: number;
}

/** A step that is not begun once a stop was asked for. */
function interruptible(step: Step, stop: StopRequests): Step {
	return (...call) => {
		stop.first.throwIfAborted();
		return step(...call);
	};
}

/**
 * Starts everything and stays until it is told to stop, or until the web ends by itself.
 * Resolves to the exit code.
 * @throws {AppError} whatever keeps it from starting
 */
export async function runStart(options: Run["options"], output: Output): Promise<number> {
	const startedAt = performance.now();
	const stop = listenForStop();
	const step = interruptible(createSteps(output), stop);
	try {
		const prepared = await prepare(options, step);
		try {
			return await withDatabase(prepared, { options, output, step, stop, startedAt });
		} finally {
			await unlockFolder(prepared.folder);
		}
	} catch (error) {
		if (stop.first.aborted) return exitCodes.interrupted.code;
		throw error;
	} finally {
		stop.release();
	}
}

const startLogger = ({ options }: Run) =>
	createProcessLogger({
		service: "cli",
		source: options.source,
		isPretty: options.isPretty,
		destination: process.stderr,
	});

async function withDatabase(prepared: Prepared, run: Run): Promise<number> {
	const { folder, secrets } = prepared;
	if (hasDatabase(run.options.source)) return serve(prepared, undefined, run);
	const logger = startLogger(run);
	const quiet = { ...logger, info: logger.debug };
	const database = embeddedDatabase(folder, secrets, quiet);
	try {
		const said = () => `PostgreSQL ${database.version} is running on port ${database.port}`;
		await run.step("database", () => bringUpDatabase(database), said);
		return await serve(prepared, database, run);
	} finally {
		await database.stop();
		run.output.say("  Stopped.");
	}
}

async function serve(
	prepared: Prepared,
	database: PostgresServer | undefined,
	run: Run,
): Promise<number> {
	const { step, output, options } = run;
	const logger = startLogger(run);
	const env = prepared.environment(database?.url("nuclom"));
	const configuration = loadConfiguration(env);
	await step(
		"migrations",
		() => migrateAll(configuration.database.directUrl, { ...logger, info: logger.debug }),
		({ applied }) =>
			applied.length > 0 ? `Applied ${applied.length} migration(s)` : "The database is up to date",
	);
	const family = createFamily({
		folder: prepared.folder,
		port: prepared.port,
		env,
		programs: options,
		stdout: output.isJson ? 2 : 1,
		logger,
	});
	run.stop.again.addEventListener("abort", () => family.kill(), { once: true });
	const unwatch = options.isDevelopment ? watchSources(family) : () => {};
	try {
		const web = family.startWeb();
		await step(
			"web",
			() => untilStop(web.ready, run.stop),
			() => "The web answers",
		);
		const said = (isReady: boolean) =>
			isReady ? "The worker waits for jobs" : "The worker ended at once and is started again";
		await step("worker", () => untilStop(family.startWorker(), run.stop), said);
		announce(output, {
			url: configuration.app.url,
			dataDir: prepared.folder.path,
			hasOwnDatabase: database !== undefined,
			storage: configuration.storage.description,
			postgresVersion: database?.version,
			pid: process.pid,
			startedInMs: Math.round(performance.now() - run.startedAt),
		});
		if (database) void keepDatabaseAlive(database, logger, run.stop.first);
		return await Promise.race([run.stop.asked.then(() => 0), web.exited.then(webExitCode)]);
	} finally {
		unwatch();
		await stopFamily(family, run);
	}
}

/** The result, or the signal that came first. */
function untilStop<T>(work: Promise<T>, { asked }: StopRequests): Promise<T> {
	return Promise.race([work, asked.then((signal) => Promise.reject(signal))]);
}

/** The web's end is ours; ending by itself is never success. */
const webExitCode = ({ code }: Exit) => code || exitCodes.failure.code;

async function stopFamily(family: Family, { output }: Run): Promise<void> {
	output.say("\n  Stopping …");
	await family.stop();
}
