import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { AppError } from "@nuclom/core";
import { isMissing } from "../../disk/errors.ts";
import { writeBody } from "../../disk/write-body.ts";
import { uploadNotFound } from "../../object-errors.ts";
import type { UploadRef } from "../../types.ts";
import type { LocalParts } from "../parts.ts";
import { appendPart, latestParts, readJournal } from "./journal.ts";
import { openSlot, type Slot } from "./slot.ts";
import { dataName, findUpload, type UploadFolder } from "./upload-folder.ts";

export interface ReceivedPart extends UploadRef {
	readonly partNumber: number;
	readonly sizeBytes: number;
	/** Base64; other bytes are refused. */
	readonly contentMd5?: string;
	/** Its chunks are given away: they are freed as they are written. */
	readonly body: Readable;
}

function assertMd5(md5: string, contentMd5: string | undefined): void {
	if (contentMd5 === undefined || Buffer.from(md5, "hex").toString("base64") === contentMd5) return;
	throw new AppError("UPLOAD_PART_INVALID", "The part is not what was announced.", {
		hint: "It changed on its way. Send it again.",
		isRetryable: true,
	});
}

async function fill({ hasher }: LocalParts, slot: Slot, part: ReceivedPart): Promise<string> {
	const { handle, position } = slot;
	const { sizeBytes } = part;
	await writeBody(part.body, handle, { position, sizeBytes, ownsChunks: true });
	const md5 = hasher.md5({ fd: handle.fd, start: position, sizeBytes });
	// A part that was acknowledged outlasts a power cut.
	const [found] = await Promise.all([md5, handle.datasync()]);
	assertMd5(found, part.contentMd5);
	return found;
}

/** Removes what a part that was sent again has replaced. */
async function removeReplaced(folder: string, partNumber: number): Promise<void> {
	const journal = (await readJournal(folder)).filter((entry) => entry.partNumber === partNumber);
	const [latest] = latestParts(journal);
	const old = journal.filter(({ file }) => file !== latest?.file && file !== dataName);
	for (const { file } of old) await rm(join(folder, file), { force: true });
}

async function store(parts: LocalParts, folder: UploadFolder, part: ReceivedPart): Promise<string> {
	const { partNumber, sizeBytes } = part;
	const slot = await openSlot(parts.layout, folder, partNumber, sizeBytes);
	try {
		const md5 = await fill(parts, slot, part).finally(() => slot.handle.close());
		await appendPart(folder.path, { partNumber, sizeBytes, etag: md5, file: slot.file });
		if (slot.file !== dataName) await removeReplaced(folder.path, partNumber);
		return md5;
	} catch (error) {
		await slot.discard();
		throw error;
	}
}

/**
 * Writes one part to disk as it arrives. It counts when it is whole; a part that is cut off leaves nothing, one that is
 * sent again replaces the former in one step.
 * @returns the part's MD5 in hex
 * @throws {AppError} UPLOAD_NOT_FOUND, UPLOAD_PART_INVALID, UPLOAD_SIZE_MISMATCH, STORAGE_FULL
 */
export async function receivePart(parts: LocalParts, part: ReceivedPart): Promise<string> {
	const folder = await findUpload(parts.layout, part);
	if (!folder || folder.isJoining) throw uploadNotFound();
	try {
		return await store(parts, folder, part);
	} catch (error) {
		// Completed or given up while the part was on its way.
		throw isMissing(error) ? uploadNotFound() : error;
	}
}
