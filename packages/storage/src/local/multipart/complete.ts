import { setTimeout as delay } from "node:timers/promises";
import { AppError } from "@nuclom/core";
import { chooseParts } from "../../choose-parts.ts";
import { isMissing } from "../../disk/errors.ts";
import { joinedEtag } from "../../etag.ts";
import { uploadNotFound } from "../../object-errors.ts";
import type { ObjectHead, PartRef, UploadRef } from "../../types.ts";
import { commitObject } from "../commit.ts";
import type { LocalParts } from "../parts.ts";
import { headOf, type ObjectRecord, readRecord } from "../record.ts";
import { joinParts } from "./join.ts";
import { latestParts, readJournal } from "./journal.ts";
import { findUpload, removeUpload, seal, type UploadFolder, unseal } from "./upload-folder.ts";

const mostAttempts = 20;

type Completion = UploadRef & { readonly parts: readonly PartRef[] };

const etagOf = (parts: readonly PartRef[]) => joinedEtag(parts.map(({ etag }) => etag));

async function choose(folder: UploadFolder, parts: readonly PartRef[]) {
	const journal = await readJournal(folder.path);
	return { journal, chosen: chooseParts(latestParts(journal), parts) };
}

async function join(
	{ layout, clock }: LocalParts,
	folder: UploadFolder,
	{ key, parts }: Completion,
): Promise<ObjectRecord> {
	const { journal, chosen } = await choose(folder, parts);
	const file = await joinParts(folder.path, chosen, journal);
	return commitObject(layout, file, {
		...folder.about,
		key,
		metadata: folder.about.metadata ?? {},
		sizeBytes: chosen.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
		etag: etagOf(parts),
		lastModifiedMs: clock.now().getTime(),
		storageUploadId: folder.id,
	});
}

/** Validates first, so that an upload with a missing part stays open for it. */
async function sealAndJoin(
	parts: LocalParts,
	found: UploadFolder,
	completion: Completion,
): Promise<ObjectRecord> {
	const { layout } = parts;
	try {
		await choose(found, completion.parts);
		return await join(parts, await seal(layout, found), completion);
	} catch (error) {
		const done = await readDone(parts, completion);
		if (done) return done;
		// Another process that completes the same upload has moved something; leave it to that one.
		if (!isMissing(error)) await unseal(layout, found);
		throw error;
	}
}

/** The object, if it came from this upload. */
async function readDone(
	{ layout }: LocalParts,
	{ key, storageUploadId, parts }: Completion,
): Promise<ObjectRecord | null> {
	const record = await readRecord(layout, key);
	if (record?.storageUploadId !== storageUploadId) return null;
	if (record.etag === etagOf(parts)) return record;
	throw new AppError("UPLOAD_ALREADY_COMPLETED", "This upload was completed with other parts.");
}

async function completeOnce(parts: LocalParts, completion: Completion): Promise<ObjectHead> {
	const { layout, opened } = parts;
	const found = await findUpload(layout, completion);
	const record =
		(await readDone(parts, completion)) ?? (found && (await sealAndJoin(parts, found, completion)));
	if (!record) throw uploadNotFound();
	opened.forget(completion.key);
	// Also after a crash between the object's appearance and this line.
	await removeUpload(layout, completion.storageUploadId);
	return headOf(record);
}

/** Where two processes complete one upload, files move under the feet of the slower one: it looks again. */
async function completeWithOthers(parts: LocalParts, completion: Completion): Promise<ObjectHead> {
	for (let attempt = 1; ; attempt++) {
		try {
			return await completeOnce(parts, completion);
		} catch (error) {
			if (!isMissing(error)) throw error;
			if (attempt === mostAttempts) throw uploadNotFound(error);
			await delay(attempt * 10);
		}
	}
}

/**
 * Joins an upload's parts into the object; again and again with the same result.
 * @throws {AppError} UPLOAD_NOT_FOUND, UPLOAD_PARTS_MISSING, UPLOAD_PART_INVALID, UPLOAD_ALREADY_COMPLETED
 */
export function completeUpload(parts: LocalParts, completion: Completion): Promise<ObjectHead> {
	return parts.lock(completion.key, () => completeWithOthers(parts, completion));
}
