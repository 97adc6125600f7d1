import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../dist/main.js", import.meta.url));

export type Variables = Readonly<Record<string, string>>;

/** How a command ended, and what it said. */
export interface Ended {
	/** Null when a signal ended it. */
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** A command that runs. */
export interface Running {
	readonly process: ChildProcess;
	/** What it has said so far. */
	said(): { stdout: string; stderr: string };
	readonly ended: Promise<Ended>;
}

function collect(stream: ChildProcess["stdout"]): () => string {
	let text = "";
	stream?.setEncoding("utf8").on("data", (chunk: string) => {
		text += chunk;
	});
	return () => text;
}

/** The built `nuclom`, with no variables but those that every program needs and the given ones. */
export function spawnCli(args: readonly string[], variables: Variables = {}): Running {
	const { PATH = "", HOME = "" } = process.env;
	const child = spawn(process.execPath, [main, ...args], {
		env: { PATH, HOME, ...variables },
		stdio: ["ignore", "pipe", "pipe"],
	});
	const stdout = collect(child.stdout);
	const stderr = collect(child.stderr);
	const said = () => ({ stdout: stdout(), stderr: stderr() });
	const ended = once(child, "close").then(([code]) => ({ code: code as number | null, ...said() }));
	return { process: child, said, ended };
}

/** Runs a command to its end. */
export const runCli = (args: readonly string[], variables?: Variables): Promise<Ended> =>
	spawnCli(args, variables).ended;
