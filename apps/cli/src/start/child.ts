import { type ChildProcess, fork } from "node:child_process";
import { AppError, type ErrorCode, errorCodes } from "@nuclom/core";
import type { EnvironmentSource } from "@nuclom/platform/process";
import type { RunLog } from "./log/run-log.ts";
import type { Program } from "./programs.ts";

export interface Exit {
	readonly code: number | null;
	readonly signal: NodeJS.Signals | null;
}

/** A child that this process started and ends. */
export interface Child {
	readonly pid: number;
	/** What it reported when it was ready. */
	readonly ready: Promise<ReadyReport>;
	readonly exited: Promise<Exit>;
	/** Tells it variables that were not known when it was started. */
	tell(environment: EnvironmentSource): void;
	/** TERM, and KILL after `graceMs`. Resolves when it is gone. */
	stop(graceMs: number): Promise<Exit>;
	kill(): void;
}

export interface ChildOptions {
	readonly program: Program;
	readonly env: EnvironmentSource;
	readonly output: ChildOutput;
}

/**
 * Where the child's standard output goes: 1, 2 to keep ours for JSON, or a log that takes its standard
 * error, too.
 */
export type ChildOutput = 1 | 2 | RunLog;

interface ReadyReport {
	readonly type: "ready";
	/** Of the web: the address that people open, and where files are kept. */
	readonly url?: string;
	readonly storage?: string;
}

type Report =
	| ReadyReport
	| {
			readonly type: "failed";
			readonly code: string;
			readonly message: string;
			readonly hint?: string;
	  };

function toError({ code, message, hint }: Extract<Report, { type: "failed" }>): AppError {
	const known: ErrorCode = code in errorCodes ? (code as ErrorCode) : "INTERNAL";
	return new AppError(known, message, hint === undefined ? {} : { hint });
}

function whenReady(child: ChildProcess, exited: Promise<Exit>): Promise<ReadyReport> {
	const reported = new Promise<ReadyReport>((resolve, reject) => {
		child.on("message", (report: Report) => {
			if (report.type === "ready") resolve(report);
			if (report.type === "failed") reject(toError(report));
		});
	});
	const gone = exited.then(({ code, signal }) => {
		throw new AppError("INTERNAL", `The process ended before it was ready (${signal ?? code}).`, {
			hint: "What it wrote above says why.",
		});
	});
	const ready = Promise.race([reported, gone]);
	// Whoever is not waiting any more must not be told by a crash.
	ready.catch(() => undefined);
	return ready;
}

/**
 * Starts a Node program with a channel to it. Its own process group keeps Ctrl-C of the terminal away
 * from it, so that we end it in order; the channel's end tells it that we are gone.
 */
export function startChild({ program, env, output }: ChildOptions): Child {
	const isInherited = typeof output === "number";
	const child = fork(program.file, program.args, {
		detached: true,
		env: env as NodeJS.ProcessEnv,
		stdio: isInherited ? ["ignore", output, 2, "ipc"] : ["ignore", "pipe", "pipe", "ipc"],
	});
	if (!isInherited) {
		for (const stream of [child.stdout, child.stderr]) if (stream) output.follow(stream);
	}
	const exited = new Promise<Exit>((resolve) => {
		child.once("exit", (code, signal) => resolve({ code, signal }));
		child.once("error", () => resolve({ code: 1, signal: null }));
	});
	return {
		pid: child.pid ?? -1,
		ready: whenReady(child, exited),
		exited,
		tell: (environment) => void child.send({ type: "environment", environment }),
		async stop(graceMs) {
			child.kill("SIGTERM");
			const timer = setTimeout(() => child.kill("SIGKILL"), graceMs);
			return exited.finally(() => clearTimeout(timer));
		},
		kill: () => void child.kill("SIGKILL"),
	};
}
