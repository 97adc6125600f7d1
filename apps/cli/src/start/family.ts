import type { Logger } from "@nuclom/core";
import type { EnvironmentSource } from "@nuclom/platform/process";
import { type ProcessRef, refer, saveRunState } from "../local/run-file.ts";
import type { StateFolder } from "../local/state-folder.ts";
import { type Child, type ChildOutput, type Exit, startChild } from "./child.ts";
import { type KeptAlive, keepAlive } from "./keep-alive.ts";
import { type ProgramOptions, webProgram, workerProgram } from "./programs.ts";

export interface FamilyOptions {
	readonly folder: StateFolder;
	readonly port: number;
	readonly env: EnvironmentSource;
	readonly programs: ProgramOptions;
	readonly output: ChildOutput;
	readonly logger: Logger;
}

/** The web and the worker of one start. */
export interface Family {
	/** Starts to load it; it waits to be told the database. */
	startWeb(): Child;
	/** Resolves when it is ready or has died for the first time; it is started again by itself. */
	startWorker(environment: EnvironmentSource): Promise<boolean>;
	/** Development: the changed code needs a new process. */
	restartWorker(): void;
	/** Ends both in order, those that hang by force. */
	stop(): Promise<void>;
	kill(): void;
}

const webGraceMs = 13_000;
const workerGraceMs = 15_000;

export function createFamily(options: FamilyOptions): Family {
	const { folder, port, env, programs, output, logger } = options;
	const children: Record<string, ProcessRef> = {};
	let saving: Promise<void> = Promise.resolve();
	let web: Child | undefined;
	let worker: KeptAlive | undefined;

	/** Written down, so that the next start can end it if we are killed. */
	const note = (name: string, { pid }: Child) => {
		saving = saving
			.then(async () => {
				children[name] = await refer(pid);
				await saveRunState(folder, { owner: await refer(process.pid), port, children });
			})
			.catch((error: unknown) => logger.warn({ err: error }, "The run file was not written"));
	};

	const describe = ({ code, signal }: Exit) => signal ?? `exit code ${code}`;

	return {
		startWeb() {
			web = startChild({ program: webProgram(programs), env, output });
			note("web", web);
			return web;
		},
		startWorker(environment) {
			const whole = { ...env, ...environment };
			return new Promise((resolve) => {
				worker = keepAlive({
					start: () => startChild({ program: workerProgram(programs), env: whole, output }),
					onStart(child) {
						note("worker", child);
						child.ready.then(() => resolve(true)).catch(() => resolve(false));
					},
					onDeath: (exit, pauseMs) =>
						logger.error({ pauseMs }, `The worker ended (${describe(exit)}); starting it again`),
				});
			});
		},
		restartWorker: () => worker?.restart(),
		async stop() {
			await Promise.all([web?.stop(webGraceMs), worker?.stop(workerGraceMs)]);
			await saving;
		},
		kill() {
			web?.kill();
			worker?.kill();
		},
	};
}
