import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export interface ServerProcess {
	readonly pid: number;
	readonly origin: string;
	stop(): Promise<void>;
}

/** Starts a program that prints its port. */
export async function startProcess(args: readonly string[]): Promise<ServerProcess> {
	const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
	const [port] = await once(createInterface({ input: child.stdout }), "line");
	return {
		pid: child.pid as number,
		origin: `http://127.0.0.1:${port}`,
		async stop() {
			const ended = once(child, "exit");
			child.kill("SIGKILL");
			await ended;
		},
	};
}
