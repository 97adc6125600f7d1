import { open, readFile, rm } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "@nuclom/core";
import { isAlive, startedAt } from "@nuclom/postgres-server";
import { readJson, type StateFolder, writePrivately } from "./state-folder.ts";

/** A process, told apart from a later one with the same id by when it started. */
export interface ProcessRef {
	readonly pid: number;
	readonly startedAt: string;
}

/** What runs on a state folder. */
export interface RunState {
	readonly owner: ProcessRef;
	readonly port: number;
	readonly children: Readonly<Record<string, ProcessRef>>;
}

export async function refer(pid: number): Promise<ProcessRef> {
	return { pid, startedAt: await startedAt(pid) };
}

export async function isStillAlive(ref: ProcessRef): Promise<boolean> {
	return isAlive(ref.pid) && (await startedAt(ref.pid)) === ref.startedAt;
}

export const readRunState = (folder: StateFolder) => readJson<RunState>(folder.runFile);

const lockFile = (folder: StateFolder) => `${folder.runFile}.lock`;

/** Makes the lock, whose content is its maker; undefined when somebody else has it. */
async function tryLock(folder: StateFolder): Promise<true | undefined> {
	try {
		const file = await open(lockFile(folder), "wx", 0o600);
		await file.writeFile(JSON.stringify(await refer(process.pid)));
		await file.close();
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "EEXIST") return undefined;
		throw error;
	}
}

async function holder(folder: StateFolder): Promise<ProcessRef | undefined> {
	try {
		return JSON.parse(await readFile(lockFile(folder), "utf8")) as ProcessRef;
	} catch {
		return undefined;
	}
}

function inUse(folder: StateFolder, owner: ProcessRef, port: number | undefined): AppError {
	const where = port === undefined ? "" : ` at http://localhost:${port}`;
	return new AppError(
		"DATA_FOLDER_IN_USE",
		`Nuclom already runs on ${folder.path}${where} (process ${owner.pid}).`,
		{
			hint: `Open that one, stop it with: kill ${owner.pid}   or start this one elsewhere: --data DIR --port PORT`,
			data: { pid: owner.pid, port },
		},
	);
}

/**
 * Takes the folder for this process. A lock whose maker is gone, by kill -9 say, is taken over.
 * @throws {AppError} DATA_FOLDER_IN_USE
 */
export async function lockFolder(folder: StateFolder): Promise<void> {
	for (let attempt = 0; attempt < 20; attempt++) {
		if (await tryLock(folder)) return;
		const owner = await holder(folder);
		if (owner && (await isStillAlive(owner))) {
			throw inUse(folder, owner, (await readRunState(folder))?.port);
		}
		// An empty lock may be one that is being written this instant.
		if (!owner && attempt < 10) await wait(50);
		else await rm(lockFile(folder), { force: true });
	}
	throw new AppError("DATA_FOLDER_IN_USE", `${folder.path} is being taken by another process.`, {
		hint: "Try again in a moment.",
	});
}

export const saveRunState = (folder: StateFolder, state: RunState) =>
	writePrivately(folder.runFile, state);

export async function unlockFolder(folder: StateFolder): Promise<void> {
	await rm(folder.runFile, { force: true });
	await rm(lockFile(folder), { force: true });
}
