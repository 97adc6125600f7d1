import { link, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { newId } from "@nuclom/core";
import { errorCode, isMissing } from "../disk/errors.ts";
import { ensureFolder, pruneFolders, syncFolder } from "../disk/folders.ts";
import { objectExists } from "../object-errors.ts";
import { type Layout, recordName } from "./layout.ts";
import { type ObjectRecord, readRecord } from "./record.ts";
import { withWrittenFile } from "./temporary.ts";

/** A deletion beside us may remove a folder that we have just created, while it is empty. */
async function moveInto(layout: Layout, key: string, from: string, name: string): Promise<string> {
	const folder = layout.objectFolder(key);
	for (let attempt = 1; ; attempt++) {
		await ensureFolder(folder);
		try {
			await rename(from, join(folder, name));
			return folder;
		} catch (error) {
			if (!isMissing(error) || attempt === 5) throw error;
		}
	}
}

async function publish(layout: Layout, record: ObjectRecord, folder: string, ifAbsent: boolean) {
	const target = join(folder, recordName);
	await withWrittenFile(layout, JSON.stringify(record), async (path) => {
		if (!ifAbsent) return rename(path, target);
		try {
			await link(path, target);
		} catch (error) {
			throw errorCode(error) === "EEXIST" ? objectExists(error) : error;
		}
	});
	await syncFolder(folder);
}

/**
 * Makes a finished, synced file the object under a key. The record is written last and in one step, so the object
 * appears, or is replaced, whole. The caller holds the key's lock.
 * @throws {AppError} STORAGE_OBJECT_EXISTS
 */
export async function commitObject(
	layout: Layout,
	file: string,
	facts: Omit<ObjectRecord, "version" | "blob">,
	{ ifAbsent = false }: { ifAbsent?: boolean } = {},
): Promise<ObjectRecord> {
	const { key } = facts;
	const before = await readRecord(layout, key);
	if (before && ifAbsent) throw objectExists();
	const record: ObjectRecord = { version: 1, ...facts, blob: `@${newId()}` };
	const folder = await moveInto(layout, key, file, record.blob);
	try {
		await publish(layout, record, folder, ifAbsent);
	} catch (error) {
		await rm(join(folder, record.blob), { force: true });
		throw error;
	}
	if (before) await rm(join(folder, before.blob), { force: true });
	return record;
}

/** Removes an object; one that is absent counts as removed. The caller holds the key's lock. */
export async function removeObject(layout: Layout, key: string): Promise<void> {
	const folder = layout.objectFolder(key);
	const record = await readRecord(layout, key);
	if (!record) return;
	await rm(join(folder, recordName), { force: true });
	await syncFolder(folder);
	await rm(join(folder, record.blob), { force: true });
	await pruneFolders(folder, layout.objects);
}
