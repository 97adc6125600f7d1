import { AppError } from "@nuclom/core";

const mebibyte = 1024 ** 2;
/** S3's limits, https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html; R2 has the same. */
export const smallestPartBytes = 5 * mebibyte;
export const largestPartBytes = 5 * 1024 ** 3;
export const largestPartNumber = 10_000;
export const largestObjectBytes = 5 * 1024 ** 4;

/**
 * Large enough that a request's overhead is nothing, small enough that a lost part is soon sent again: one takes
 * 13 s over 10 Mbit/s.
 */
const usualPartBytes = 16 * mebibyte;

export interface PartPlan {
	/** Size of every part but the last, which holds the rest. R2 insists that they are equal. */
	readonly partSizeBytes: number;
	readonly partCount: number;
}

/**
 * Cuts an object into equal parts: 16 MiB up to 156 GiB, then whole MiB as large as 10,000 parts need.
 * An empty object is one empty part.
 * @throws {AppError} UPLOAD_TOO_LARGE past 5 TiB, INPUT_INVALID for what is no size
 */
export function planParts(sizeBytes: number): PartPlan {
	if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 0) {
		throw new AppError("INPUT_INVALID", "A size is a whole number of bytes.");
	}
	if (sizeBytes > largestObjectBytes) {
		throw new AppError("UPLOAD_TOO_LARGE", "No object can be larger than 5 TiB.", {
			hint: "Choose a smaller file.",
			data: { sizeBytes, maxBytes: largestObjectBytes },
		});
	}
	const needed = Math.ceil(sizeBytes / largestPartNumber / mebibyte) * mebibyte;
	const partSizeBytes = Math.max(usualPartBytes, needed);
	return { partSizeBytes, partCount: Math.max(1, Math.ceil(sizeBytes / partSizeBytes)) };
}

/** The headers that a sender must send with a signed part. */
export function partHeaders(contentMd5: string | undefined): Record<string, string> {
	return contentMd5 === undefined ? {} : { "content-md5": contentMd5 };
}

/**
 * Refuses a part that no store takes.
 * @throws {AppError} UPLOAD_PART_INVALID
 */
export function assertPart(partNumber: number, sizeBytes: number, maxBytes: number): void {
	const isNumber =
		Number.isInteger(partNumber) && partNumber >= 1 && partNumber <= largestPartNumber;
	const isSize = Number.isSafeInteger(sizeBytes) && sizeBytes >= 0 && sizeBytes <= maxBytes;
	if (isNumber && isSize) return;
	throw new AppError("UPLOAD_PART_INVALID", "No store takes such a part.", {
		hint: isNumber
			? `A part has at most ${maxBytes} bytes.`
			: `Parts are numbered from 1 to ${largestPartNumber}.`,
		data: { partNumber, sizeBytes },
	});
}
