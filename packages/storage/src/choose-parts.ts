import { AppError } from "@nuclom/core";
import { bareEtag } from "./etag.ts";
import { smallestPartBytes } from "./plan-parts.ts";
import type { PartRef, StoredPart } from "./types.ts";

const shown = 100;

export function partsMissing(partNumbers: readonly number[], cause?: unknown): AppError {
	return new AppError("UPLOAD_PARTS_MISSING", "Some parts are not there, or are not these.", {
		hint: "Send them again, then complete again. Everything sent so far is kept.",
		data: { missing: partNumbers.slice(0, shown) },
		cause,
	});
}

function partsOutOfOrder(cause?: unknown): AppError {
	return new AppError("UPLOAD_PART_INVALID", "Parts are named once each, in rising order.", {
		hint: "Name at least one part, sorted by number.",
		cause,
	});
}

function partsTooSmall(partNumbers: readonly number[], cause?: unknown): AppError {
	return new AppError("UPLOAD_PART_INVALID", "Only the last part may be under 5 MiB.", {
		hint: "Begin a new upload with parts as planParts cuts them.",
		data: { partNumbers: partNumbers.slice(0, shown) },
		cause,
	});
}

/** @throws {AppError} UPLOAD_PART_INVALID */
export function assertOrder(named: readonly PartRef[]): void {
	const numbers = named.map(({ partNumber }) => partNumber);
	const isRising = numbers.every(
		(number, index) => index === 0 || number > (numbers[index - 1] ?? 0),
	);
	if (numbers.length === 0 || !isRising) throw partsOutOfOrder();
}

/**
 * The stored parts that a completion names, with S3's rules: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html
 * @throws {AppError} UPLOAD_PARTS_MISSING, UPLOAD_PART_INVALID
 */
export function chooseParts<T extends StoredPart>(
	stored: readonly T[],
	named: readonly PartRef[],
): T[] {
	assertOrder(named);
	const known = new Map(stored.map((part) => [part.partNumber, part]));
	const chosen = named.flatMap(({ partNumber, etag }) => {
		const part = known.get(partNumber);
		return part && part.etag === bareEtag(etag) ? [part] : [];
	});
	const found = new Set(chosen.map(({ partNumber }) => partNumber));
	const missing = named.map(({ partNumber }) => partNumber).filter((number) => !found.has(number));
	if (missing.length > 0) throw partsMissing(missing);
	const small = chosen.slice(0, -1).filter(({ sizeBytes }) => sizeBytes < smallestPartBytes);
	if (small.length > 0) throw partsTooSmall(small.map(({ partNumber }) => partNumber));
	return chosen;
}
