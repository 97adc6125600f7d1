import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

const script = join(import.meta.dirname, "storage-server.ts");

export interface StorageServer {
	readonly origin: string;
	readonly pid: number;
	/** Calls the driver in the other process. */
	call<T>(method: string, ...args: unknown[]): Promise<T>;
	kill(): Promise<void>;
}

async function callAt<T>(origin: string, method: string, args: unknown[]): Promise<T> {
	const body = JSON.stringify(args);
	const response = await fetch(`${origin}/call/${method}`, { method: "POST", body });
	const answer = (await response.json()) as T;
	if (!response.ok) throw Object.assign(new Error(`${method} was refused`), answer);
	return answer;
}

async function firstLine(child: ChildProcess): Promise<string> {
	const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
	const ended = once(child, "exit").then(([code]) => {
		throw new Error(`The storage server ended with ${code}.`);
	});
	return Promise.race([once(lines, "line").then(([line]) => line as string), ended]);
}

export interface StartOptions {
	/** Runs before the server in the same shell; it gives way to it. `$0` is the folder. */
	readonly shell?: string;
	/** Put before the shell: `unshare -m`. */
	readonly wrapper?: readonly string[];
}

/** Starts `storage-server.ts` in a process of its own. */
export async function startStorageServer(
	path: string,
	{ shell = ":", wrapper = [] }: StartOptions = {},
): Promise<StorageServer> {
	const node = [process.execPath, "--conditions=nuclom-source", script, path];
	const [program = "sh", ...args] = [
		...wrapper,
		"sh",
		"-c",
		`${shell} && exec "$@"`,
		path,
		...node,
	];
	const child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
	const origin = `http://127.0.0.1:${await firstLine(child)}`;
	return {
		origin,
		pid: child.pid as number,
		call: (method, ...callArgs) => callAt(origin, method, callArgs),
		async kill() {
			if (child.exitCode !== null || child.signalCode !== null) return;
			child.kill("SIGKILL");
			await once(child, "exit");
		},
	};
}
