import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "@nuclom/core";
import type { Account } from "./account.ts";
import { isAlive, startedAt } from "./processes.ts";
import { replaceFile } from "./write-file.ts";

const fileOf = (dataDir: string): string => join(dataDir, "nuclom-owner.json");

interface Owner {
	readonly pid: number;
	readonly startedAt: string;
}

async function readOwner(dataDir: string): Promise<Owner | undefined> {
	try {
		return JSON.parse(await readFile(fileOf(dataDir), "utf8"));
	} catch {
		return undefined;
	}
}

/** Who started the server of this folder: nobody, this process, another that lives, or one that is gone. */
export async function ownerOf(
	dataDir: string,
): Promise<{ state: "none" | "self" | "living" | "dead"; pid?: number }> {
	const owner = await readOwner(dataDir);
	if (!owner) return { state: "none" };
	const { pid } = owner;
	if (pid === process.pid) return { state: "self", pid };
	const isSame = isAlive(pid) && (await startedAt(pid)) === owner.startedAt;
	return { state: isSame ? "living" : "dead", pid };
}

/** Notes this process as the owner. Throws CONFLICT while another one lives. */
export async function takeOwnership(dataDir: string, account: Account): Promise<void> {
	const { state, pid } = await ownerOf(dataDir);
	if (state === "living") {
		throw new AppError("CONFLICT", `Process ${pid} already runs PostgreSQL on ${dataDir}.`, {
			hint: `Stop process ${pid} first, or choose another data folder.`,
			data: { pid },
		});
	}
	const owner: Owner = { pid: process.pid, startedAt: await startedAt(process.pid) };
	await replaceFile(fileOf(dataDir), JSON.stringify(owner), account);
}

export async function giveUpOwnership(dataDir: string): Promise<void> {
	if ((await ownerOf(dataDir)).state === "self") await rm(fileOf(dataDir), { force: true });
}
