import { execFile } from "node:child_process";
import { promisify } from "node:util";

interface Row {
	readonly pid: number;
	readonly parent: number;
	readonly state: string;
	readonly words: string;
}

async function listProcesses(): Promise<Row[]> {
	const columns = ["pid=", "ppid=", "stat=", "args="].flatMap((column) => ["-o", column]);
	const { stdout } = await promisify(execFile)("ps", ["-A", ...columns]);
	return stdout.split("\n").flatMap((line) => {
		const [pid, parent, state = "", ...words] = line.trim().split(/\s+/);
		if (!pid) return [];
		return [{ pid: Number(pid), parent: Number(parent), state, words: words.join(" ") }];
	});
}

/** A process and all below it. */
export async function familyOf(pid: number): Promise<number[]> {
	const rows = await listProcesses();
	const family = [pid];
	// Grows while it is walked: children are added behind their parent.
	for (const member of family) {
		family.push(...rows.filter(({ parent }) => parent === member).map((row) => row.pid));
	}
	return family;
}

/** Those of them that still run, with their command lines. One that only waits to be counted runs no more. */
export async function survivors(pids: readonly number[]): Promise<string[]> {
	const rows = await listProcesses();
	return rows
		.filter(({ pid, state }) => pids.includes(pid) && !state.startsWith("Z"))
		.map(({ pid, state, words }) => `${pid} ${state} ${words}`);
}

/** At once and without a word, as a machine that loses its power. */
export function killAll(pids: readonly number[]): void {
	for (const pid of pids) {
		try {
			process.kill(pid, "SIGKILL");
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
		}
	}
}
