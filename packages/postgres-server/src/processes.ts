import { readFile, readlink, realpath } from "node:fs/promises";
import { basename } from "node:path";
import { execa } from "execa";

/** True while a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "EPERM";
	}
}

/**
 * A word that changes when a process id is used again by another program: the start time.
 * Empty when there is no such process, or on Windows, where only the id is compared.
 */
export async function startedAt(pid: number): Promise<string> {
	if (process.platform === "win32") return "";
	if (process.platform !== "linux") {
		const { stdout } = await execa("ps", ["-o", "lstart=", "-p", String(pid)], { reject: false });
		return stdout.trim();
	}
	const line = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
	// The program's name stands in parentheses and may hold blanks; field 22 is counted after it (proc(5)).
	return line.slice(line.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

async function isPostmasterOnLinux(pid: number, dataDir: string): Promise<boolean> {
	try {
		const program = basename(await readlink(`/proc/${pid}/exe`)).replace(/ \(deleted\)$/, "");
		return program === "postgres" && (await readlink(`/proc/${pid}/cwd`)) === dataDir;
	} catch {
		// Gone, a zombie, or another user's: in no case a server on this folder.
		return false;
	}
}

/**
 * True when `pid` is a live PostgreSQL server of `dataDir`, and not another program that was given
 * the same id since. The server's working directory is its data folder.
 */
export async function isPostmasterOf(pid: number, dataDir: string): Promise<boolean> {
	if (!isAlive(pid)) return false;
	if (process.platform === "linux") return isPostmasterOnLinux(pid, await realpath(dataDir));
	if (process.platform === "win32") {
		const args = ["/FO", "CSV", "/NH", "/FI", `PID eq ${pid}`];
		const { stdout } = await execa("tasklist", args, { reject: false });
		return stdout.includes("postgres.exe");
	}
	const { stdout } = await execa("ps", ["-o", "args=", "-p", String(pid)], { reject: false });
	return stdout.includes("postgres") && stdout.includes(dataDir);
}
