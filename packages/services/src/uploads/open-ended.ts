import { AppError } from "@nuclom/core";
import { largestPartNumber, type PartPlan, planParts } from "@nuclom/storage";
import { emptyFile, type UploadRow } from "./read.ts";
import { assertUploadSize } from "./reserve.ts";

/**
 * Parts of a file whose length nobody knows: the usual ones, which a browser or a job can hold in memory, as many as
 * stores take. That limits such a file to 156 GiB.
 */
export function planOpenEnded(maxUploadBytes: number): PartPlan & { maxBytes: number } {
	const { partSizeBytes } = planParts(0);
	const maxBytes = Math.min(maxUploadBytes, largestPartNumber * partSizeBytes);
	return { partSizeBytes, partCount: Math.ceil(maxBytes / partSizeBytes), maxBytes };
}

/**
 * What a part must weigh, and how much is there at most once it has arrived.
 * @throws {AppError} UPLOAD_PART_INVALID
 */
export function openPartBytes(
	{ partSizeBytes }: UploadRow,
	partNumbers: readonly number[],
	lastPartSizeBytes: number = partSizeBytes,
) {
	if (lastPartSizeBytes > partSizeBytes) {
		throw new AppError("UPLOAD_PART_INVALID", "The last part is larger than the others.", {
			hint: `A part has at most ${partSizeBytes} bytes.`,
		});
	}
	const last = Math.max(...partNumbers);
	const sizeOf = (partNumber: number) => (partNumber === last ? lastPartSizeBytes : partSizeBytes);
	return { sizeOf, totalBytes: (last - 1) * partSizeBytes + lastPartSizeBytes };
}

/**
 * The upload as its completion states it; one that was begun with a size keeps that.
 * @throws {AppError} INPUT_INVALID, UPLOAD_SIZE_MISMATCH, UPLOAD_EMPTY_FILE, UPLOAD_TOO_LARGE
 */
export function withFinalSize(
	upload: UploadRow,
	sizeBytes: number | undefined,
	maxUploadBytes: number,
): UploadRow {
	if (!upload.isOpenEnded) {
		if (sizeBytes === undefined || sizeBytes === upload.sizeBytes) return upload;
		throw new AppError("UPLOAD_SIZE_MISMATCH", "The upload was begun with another size.", {
			hint: "Send the file again.",
			data: { expectedBytes: upload.sizeBytes, statedBytes: sizeBytes },
		});
	}
	if (sizeBytes === undefined) {
		throw new AppError("INPUT_INVALID", "This upload was begun without a size.", {
			hint: "sizeBytes: State it now.",
		});
	}
	if (sizeBytes === 0) throw emptyFile();
	assertUploadSize(sizeBytes, planOpenEnded(maxUploadBytes).maxBytes);
	return { ...upload, sizeBytes, partCount: Math.ceil(sizeBytes / upload.partSizeBytes) };
}
