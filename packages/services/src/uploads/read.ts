import { AppError } from "@nuclom/core";
import type { Executor } from "@nuclom/db";
import { uploads } from "@nuclom/db/schema";
import { and, eq } from "drizzle-orm";
import type { Access } from "../shared/access.ts";

export type UploadRow = typeof uploads.$inferSelect;

export function uploadNotFound(): AppError {
	return new AppError("UPLOAD_NOT_FOUND", "There is no such upload.", {
		hint: "It may have been given up or have expired. Choose the file again.",
	});
}

export function emptyFile(): AppError {
	return new AppError("UPLOAD_EMPTY_FILE", "This file is empty.", {
		hint: "Check that it was saved completely, then choose it again.",
	});
}

/** Only the person who began an upload may go on with it. @throws {AppError} UPLOAD_NOT_FOUND */
export async function readOwnUpload(
	executor: Executor,
	access: Access,
	uploadId: string,
): Promise<UploadRow> {
	const [row] = await executor
		.select()
		.from(uploads)
		.where(
			and(
				eq(uploads.organizationId, access.organizationId),
				eq(uploads.id, uploadId),
				eq(uploads.createdById, access.userId),
			),
		);
	if (!row || row.status === "aborted") throw uploadNotFound();
	return row;
}

/** @throws {AppError} UPLOAD_ALREADY_COMPLETED */
export function assertOpen(upload: UploadRow): void {
	if (upload.status === "open") return;
	throw new AppError("UPLOAD_ALREADY_COMPLETED", "This upload is complete.", {
		hint: "Open the video; there is nothing left to send.",
	});
}

/** What a part must weigh: all alike, but the last. */
export function partBytes(upload: UploadRow, partNumber: number): number {
	const { partCount, partSizeBytes, sizeBytes } = upload;
	return partNumber < partCount ? partSizeBytes : sizeBytes - partSizeBytes * (partCount - 1);
}
