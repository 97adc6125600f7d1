import { constants } from "node:fs";
import { copyFile, link, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { errorCode } from "../disk/errors.ts";
import { ensureFolder } from "../disk/folders.ts";
import { assertKey } from "../keys.ts";
import { objectNotFound } from "../object-errors.ts";
import type { ObjectHead } from "../types.ts";
import type { LocalParts } from "./parts.ts";
import { commit } from "./put.ts";
import { readRecord } from "./record.ts";

async function linkOrCopy(from: string, to: string): Promise<void> {
	try {
		// Bytes never change under a record, so two objects may share them.
		await link(from, to);
	} catch (error) {
		if (!["EPERM", "EMLINK", "EXDEV", "ENOTSUP"].includes(errorCode(error) ?? "")) throw error;
		await copyFile(from, to, constants.COPYFILE_FICLONE);
		const handle = await open(to, "r+");
		await handle.sync().finally(() => handle.close());
	}
}

export async function copyObject(parts: LocalParts, from: string, to: string): Promise<ObjectHead> {
	const { layout, clock } = parts;
	assertKey(to);
	const record = await readRecord(layout, from);
	if (!record) throw objectNotFound(from);
	await ensureFolder(layout.tmp);
	const temporary = layout.newTemporary();
	try {
		await linkOrCopy(join(layout.objectFolder(from), record.blob), temporary);
		const { version, blob, storageUploadId, ...facts } = record;
		const lastModifiedMs = clock.now().getTime();
		return await commit(parts, temporary, { ...facts, key: to, lastModifiedMs });
	} catch (error) {
		throw errorCode(error) === "ENOENT" ? objectNotFound(from) : error;
	} finally {
		await rm(temporary, { force: true });
	}
}
