import { AppError } from "@nuclom/core";
import type { ByteRange } from "./types.ts";

export function rangeInvalid(sizeBytes?: number): AppError {
	const options =
		sizeBytes === undefined ? {} : { hint: `It is ${sizeBytes} bytes long.`, data: { sizeBytes } };
	return new AppError("STORAGE_RANGE_INVALID", "The object has no such bytes.", options);
}

/** @throws {AppError} STORAGE_RANGE_INVALID for what is no range of any object */
export function assertRange({ start, end = start }: ByteRange, sizeBytes?: number): void {
	if (Number.isSafeInteger(start) && start >= 0 && Number.isSafeInteger(end) && end >= start)
		return;
	throw rangeInvalid(sizeBytes);
}

/**
 * The bytes that a range names in an object of this size; without a range, all of them.
 * An end past the last byte is that byte.
 * @throws {AppError} STORAGE_RANGE_INVALID when it begins past the end, or is none
 */
export function resolveRange(range: ByteRange | undefined, sizeBytes: number): Required<ByteRange> {
	if (!range) return { start: 0, end: sizeBytes - 1 };
	assertRange(range, sizeBytes);
	const { start, end = sizeBytes - 1 } = range;
	if (start >= sizeBytes) throw rangeInvalid(sizeBytes);
	return { start, end: Math.min(end, sizeBytes - 1) };
}
