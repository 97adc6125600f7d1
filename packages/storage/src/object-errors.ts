import { AppError } from "@nuclom/core";
import { largestPartBytes } from "./plan-parts.ts";

export function objectNotFound(key: string, cause?: unknown): AppError {
	return new AppError("STORAGE_OBJECT_NOT_FOUND", "There is no such object.", {
		data: { key },
		cause,
	});
}

export function objectExists(cause?: unknown): AppError {
	return new AppError("STORAGE_OBJECT_EXISTS", "There is an object under this key already.", {
		hint: "Objects are written once; use a new key.",
		cause,
	});
}

export function uploadNotFound(cause?: unknown): AppError {
	return new AppError("UPLOAD_NOT_FOUND", "There is no such upload.", {
		hint: "It was completed, given up or never begun. Begin a new one.",
		cause,
	});
}

export function wrongLength(expectedBytes: number, receivedBytes: number): AppError {
	return new AppError("UPLOAD_SIZE_MISMATCH", "The body is not as long as announced.", {
		hint: "Send it again.",
		data: { expectedBytes, receivedBytes },
	});
}

/** @throws {AppError} UPLOAD_TOO_LARGE */
export function assertPutSize(sizeBytes: number): void {
	if (Number.isSafeInteger(sizeBytes) && sizeBytes >= 0 && sizeBytes <= largestPartBytes) return;
	throw new AppError("UPLOAD_TOO_LARGE", "An object is put in one piece up to 5 GiB.", {
		hint: "Use uploadFile or a multipart upload.",
		data: { sizeBytes },
	});
}

/** @throws {AppError} INPUT_INVALID */
export function assertLimit(limit: number, most: number): void {
	if (Number.isInteger(limit) && limit >= 1 && limit <= most) return;
	throw new AppError("INPUT_INVALID", `A listing shows from 1 to ${most} objects at a time.`);
}
