import { setTimeout as wait } from "node:timers/promises";
import { isStillAlive, type ProcessRef, readRunState } from "../local/run-file.ts";
import type { StateFolder } from "../local/state-folder.ts";

/** Waits for the end of a process; false when it is still there after `limitMs`. */
export async function goneWithin(ref: ProcessRef, limitMs: number): Promise<boolean> {
	const deadline = performance.now() + limitMs;
	while (await isStillAlive(ref)) {
		if (performance.now() > deadline) return false;
		await wait(50);
	}
	return true;
}

function signal(ref: ProcessRef, name: NodeJS.Signals): void {
	try {
		process.kill(ref.pid, name);
	} catch {
		// It has gone this instant.
	}
}

async function end(ref: ProcessRef): Promise<void> {
	if (!(await isStillAlive(ref))) return;
	// It saw the end of its supervisor and is stopping in order; only a hung one must be pushed.
	if (await goneWithin(ref, 3_000)) return;
	signal(ref, "SIGTERM");
	if (await goneWithin(ref, 12_000)) return;
	signal(ref, "SIGKILL");
	await goneWithin(ref, 5_000);
}

/**
 * Ends what a killed start left running: the processes that it wrote down, each known by its start
 * time. PostgreSQL is not among them, it is adopted. Resolves to how many there were.
 */
export async function endLeftBehind(folder: StateFolder): Promise<number> {
	const children = Object.values((await readRunState(folder))?.children ?? {});
	const alive = await Promise.all(children.map(isStillAlive));
	const left = children.filter((_, index) => alive[index]);
	await Promise.all(left.map(end));
	return left.length;
}
