import { spawn } from "node:child_process";
import { once } from "node:events";
import { execa } from "execa";

export interface DaemonOptions {
	/** Full path of the program. */
	readonly program: string;
	readonly args: readonly string[];
	readonly cwd: string;
	readonly env?: Readonly<Record<string, string>>;
}

/** A server program that runs as long as this process at most. */
export interface Daemon {
	readonly pid: number;
	/** What it has said so far, the last 64 kB of it. */
	output(): string;
	hasExited(): boolean;
	/** Sends a signal, waits for the end; does nothing when it has ended. */
	kill(signal?: NodeJS.Signals): Promise<void>;
}

/** Ends the program when this process is killed without a chance to do so: its end closes the guard's input. */
function guard(pid: number): () => void {
	const script = 'cat >/dev/null; kill -9 "$1" 2>/dev/null';
	const child = spawn("/bin/sh", ["-c", script, "guard", String(pid)], {
		detached: true,
		stdio: ["pipe", "ignore", "ignore"],
	});
	child.unref();
	// A pipe keeps the event loop alive by itself.
	(child.stdin as typeof child.stdin & { unref?: () => void }).unref?.();
	return () => {
		try {
			if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
		} catch {
			// It has ended by itself.
		}
	};
}

/** Starts a server program in the background. Throws when it cannot be started at all. */
export async function startDaemon(options: DaemonOptions): Promise<Daemon> {
	const child = execa(options.program, options.args, {
		cwd: options.cwd,
		env: options.env ?? {},
		all: true,
		buffer: false,
		stdin: "ignore",
		reject: false,
	});
	const { pid, nodeChildProcess } = child;
	if (pid === undefined) {
		const result = await child;
		throw new Error(`${options.program} could not be started.`, { cause: result });
	}
	let said = "";
	child.all.on("data", (chunk: Buffer) => {
		said = (said + chunk.toString("utf8")).slice(-65_536);
	});
	const release = guard(pid);
	const hasExited = () =>
		nodeChildProcess.exitCode !== null || nodeChildProcess.signalCode !== null;
	nodeChildProcess.once("exit", release);
	return {
		pid,
		output: () => said,
		hasExited,
		async kill(signal = "SIGKILL") {
			if (hasExited()) return;
			const exited = once(nodeChildProcess, "exit");
			nodeChildProcess.kill(signal);
			await exited;
		},
	};
}
