import { AppError } from "@nuclom/core";
import { isMissing, onStoreDisk } from "../../disk/errors.ts";
import { assertKey } from "../../keys.ts";
import { uploadNotFound } from "../../object-errors.ts";
import { assertProperties } from "../../properties.ts";
import type { ObjectStorage, StoredPart, UploadRef } from "../../types.ts";
import type { LocalParts } from "../parts.ts";
import { completeUpload } from "./complete.ts";
import { latestParts, readJournal } from "./journal.ts";
import { putPart } from "./put-part.ts";
import { createUpload, findUpload, removeUpload } from "./upload-folder.ts";

function assertPartSize(partSizeBytes: number | undefined): void {
	if (partSizeBytes === undefined || (Number.isSafeInteger(partSizeBytes) && partSizeBytes > 0))
		return;
	throw new AppError("UPLOAD_PART_INVALID", "A part's size is a whole number of bytes.");
}

/** A completion moves the folder under the reader's feet once, and a failed one back: it looks again. */
async function listParts(
	parts: LocalParts,
	upload: UploadRef,
	looksLeft = 3,
): Promise<StoredPart[]> {
	const folder = await findUpload(parts.layout, upload);
	if (!folder) throw uploadNotFound();
	try {
		const stored = latestParts(await readJournal(folder.path));
		return stored.map(({ partNumber, sizeBytes, etag }) => ({ partNumber, sizeBytes, etag }));
	} catch (error) {
		if (!isMissing(error)) throw error;
		if (looksLeft === 0) throw uploadNotFound(error);
		return listParts(parts, upload, looksLeft - 1);
	}
}

/** The part of the local driver that deals with multipart uploads, but for the arrival of parts by HTTP. */
export function createMultipart(
	parts: LocalParts,
): Pick<
	ObjectStorage,
	"createMultipart" | "putPart" | "listParts" | "completeMultipart" | "abortMultipart"
> {
	const { layout, lock } = parts;
	return {
		createMultipart: (key, { partSizeBytes, ...properties }) =>
			onStoreDisk(async () => {
				assertKey(key);
				assertProperties(properties);
				assertPartSize(partSizeBytes);
				const storageUploadId = await createUpload(layout, { key, ...properties }, partSizeBytes);
				return { storageUploadId };
			}),
		putPart: (options) => onStoreDisk(() => putPart(parts, options)),
		listParts: (upload) => onStoreDisk(() => listParts(parts, upload)),
		completeMultipart: (completion) => onStoreDisk(() => completeUpload(parts, completion)),
		abortMultipart: (upload) =>
			onStoreDisk(() =>
				lock(upload.key, async () => {
					const folder = await findUpload(layout, upload);
					if (folder) await removeUpload(layout, folder.id);
				}),
			),
	};
}
