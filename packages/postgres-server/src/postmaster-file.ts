import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Account } from "./account.ts";
import { isPostmasterOf } from "./processes.ts";
import { replaceFile } from "./write-file.ts";

/** What `postmaster.pid` says; its lines are documented in PostgreSQL's src/include/utils/pidfile.h. */
export interface Postmaster {
	readonly pid: number;
	readonly port: number;
	/** `starting`, `stopping`, `ready` or `standby`; empty before the first line of it is written. */
	readonly state: string;
}

const fileOf = (dataDir: string): string => join(dataDir, "postmaster.pid");

async function read(dataDir: string): Promise<Postmaster | undefined> {
	const text = await readFile(fileOf(dataDir), "utf8").catch(() => "");
	const lines = text.split("\n");
	const pid = Number.parseInt(lines[0] ?? "", 10);
	if (!Number.isInteger(pid) || pid < 1) return undefined;
	return { pid, port: Number(lines[3] ?? 0), state: (lines[7] ?? "").trim() };
}

/** The live server of a data folder, if there is one. A file left by a dead server does not count. */
export async function readPostmaster(dataDir: string): Promise<Postmaster | undefined> {
	const found = await read(dataDir);
	if (!found || !(await isPostmasterOf(found.pid, dataDir))) return undefined;
	return found;
}

/**
 * Prepares a `postmaster.pid` that a dead server left for the next start. PostgreSQL refuses to start while
 * the id in it belongs to any process, even to another program that was given the id since. The file itself
 * must stay: it names the shared memory by which the next server sees orphans of the last one. So only the
 * id is replaced, by that of this process, which PostgreSQL knows for its parent and therefore ignores.
 */
export async function disarmStaleFile(dataDir: string, account: Account): Promise<boolean> {
	const stale = await read(dataDir);
	if (!stale || (await isPostmasterOf(stale.pid, dataDir))) return false;
	const lines = (await readFile(fileOf(dataDir), "utf8")).split("\n");
	lines[0] = String(process.pid);
	await replaceFile(fileOf(dataDir), lines.join("\n"), account);
	return true;
}
