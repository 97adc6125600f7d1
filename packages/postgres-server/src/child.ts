import { spawn } from "node:child_process";
import { join } from "node:path";
import { execa } from "execa";
import type { Account } from "./account.ts";
import { type Binaries, binary } from "./binaries.ts";
import { openFresh } from "./write-file.ts";

/**
 * The whole environment of PostgreSQL's programs. The owner's variables hold secrets and would also
 * be read as settings (PGPORT, PGDATA, …), so none of them is handed on.
 */
export function serverEnvironment(): Record<string, string> {
	const root = process.platform === "win32" ? "C:\\Windows" : undefined;
	return { PATH: "/usr/local/bin:/usr/bin:/bin", TZ: "UTC", ...(root ? { SystemRoot: root } : {}) };
}

export interface ServerChild {
	readonly pid: number | undefined;
	/** Resolves when the process is gone. */
	readonly exited: Promise<void>;
	readonly kill: (signal: NodeJS.Signals) => void;
}

/**
 * Spawns the server on a data folder. It leads its own session, so that Ctrl-C in a terminal reaches the owner
 * alone, who then stops it in order; its words go to a file, because a pipe would break when the owner is killed.
 * Node's own spawn, because execa hands no file descriptor to a child.
 */
export async function spawnServer(
	binaries: Binaries,
	account: Account,
	dataDir: string,
): Promise<ServerChild> {
	const log = await openFresh(join(dataDir, "start.log"), account);
	try {
		const child = spawn(binary(binaries, "postgres"), ["-D", dataDir], {
			...account,
			cwd: dataDir,
			env: serverEnvironment(),
			detached: true,
			windowsHide: true,
			stdio: ["ignore", log.fd, log.fd],
		});
		const exited = new Promise<void>((resolve, reject) => {
			child.once("exit", () => resolve());
			child.once("error", reject);
		});
		child.unref();
		return { pid: child.pid, exited, kill: (signal) => child.kill(signal) };
	} finally {
		await log.close();
	}
}

/** Runs `pg_ctl stop`, which sends the signal that belongs to the mode on every system. Does not wait. */
export async function signalStop(
	binaries: Binaries,
	account: Account,
	dataDir: string,
	mode: StopMode,
): Promise<void> {
	await execa(binary(binaries, "pg_ctl"), ["stop", "-D", dataDir, "-m", mode, "-W", "-s"], {
		...account,
		cwd: dataDir,
		env: serverEnvironment(),
		extendEnv: false,
		reject: false,
	});
}

/** `smart` waits for clients, `fast` ends them, `immediate` is a crash that the next start recovers from. */
export type StopMode = "smart" | "fast" | "immediate";
