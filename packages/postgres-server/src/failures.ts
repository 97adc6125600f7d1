import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "@nuclom/core";

/** What PostgreSQL wrote about a failed start: its first words, then its log since `sinceMs`. */
export async function readStartLog(dataDir: string, sinceMs: number): Promise<string> {
	const logs = join(dataDir, "log");
	const names = await readdir(logs).catch(() => []);
	const paths = [join(dataDir, "start.log"), ...names.map((name) => join(logs, name))];
	const texts: string[] = [];
	for (const path of paths) {
		const facts = await stat(path).catch(() => undefined);
		if (!facts || facts.mtimeMs < sinceMs) continue;
		texts.push((await readFile(path, "utf8")).slice(-20_000));
	}
	return texts.join("\n");
}

/** True for the one failure that passes by itself: orphans of a killed server still hold its memory. */
export function isHeldByOrphans(log: string): boolean {
	return /pre-existing shared memory block .* is still in use/.test(log);
}

// The last one is PostgreSQL's hint when the system took only a part of what it wrote.
const fullDisk = /No space left on device|Disk quota exceeded|Check free disk space/i;

const lastWords = (log: string): string => log.trim().split("\n").slice(-12).join("\n");

/** Turns the words of initdb or of the server into an error that says what to do. */
export function explainFailure(what: string, log: string, port?: number): AppError {
	const cause = new Error(lastWords(log));
	if (fullDisk.test(log)) {
		return new AppError("DISK_FULL", `${what}: no space left on the disk.`, {
			hint: "Free some space and start again. What was saved before is safe.",
			cause,
		});
	}
	if (port !== undefined && /could not bind .* address|Address already in use/i.test(log)) {
		return portInUse(port, cause);
	}
	return new AppError("POSTGRES_START_FAILED", `${what} failed.`, {
		hint: "The server's last words are in the cause of this error and in the data folder, under log.",
		cause,
	});
}

export function portInUse(port: number, cause?: unknown): AppError {
	return new AppError("PORT_IN_USE", `Port ${port} is taken by another program.`, {
		hint: "Choose another port for PostgreSQL, or stop that program.",
		data: { port },
		cause,
	});
}

/** Runs a step and turns a full disk, as Node reports it, into DISK_FULL. */
export async function withSystemErrors<T>(what: string, step: () => Promise<T>): Promise<T> {
	try {
		return await step();
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (AppError.isInstance(error) || (code !== "ENOSPC" && code !== "EDQUOT")) throw error;
		throw explainFailure(what, "No space left on device");
	}
}
