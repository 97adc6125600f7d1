import { AppError } from "@nuclom/core";
import type { z } from "zod";
import { requireAccess } from "../shared/access.ts";
import type { Call, Context } from "../shared/context.ts";
import { parse } from "../shared/parse.ts";
import { openPartBytes } from "./open-ended.ts";
import { assertOpen, partBytes, readOwnUpload, type UploadRow } from "./read.ts";
import { reserveAtLeast } from "./reserve.ts";
import {
	type signedPartsSchema,
	signPartsSchema,
	type uploadedPartsSchema,
	uploadInputSchema,
} from "./schemas.ts";

/** A part of 16 MiB over 1 Mbit/s takes 134 s; this leaves room for slower lines. */
const partUrlMs = 60 * 60_000;

/**
 * Signed addresses to PUT parts to.
 * @throws {AppError} UPLOAD_NOT_FOUND, UPLOAD_ALREADY_COMPLETED, UPLOAD_PART_INVALID; of an upload without a size also
 * STORAGE_QUOTA_EXCEEDED, UPLOAD_TOO_LARGE
 */
export async function signParts({
	ctx,
	input,
}: Call<z.input<typeof signPartsSchema>>): Promise<z.infer<typeof signedPartsSchema>> {
	const wanted = parse(signPartsSchema, input);
	const { organizationId, uploadId, partNumbers, contentMd5s } = wanted;
	const access = await requireAccess(ctx, organizationId, "videos.create");
	const upload = await readOwnUpload(ctx.deps.database.drizzle, access, uploadId);
	assertOpen(upload);
	const beyond = partNumbers.find((partNumber) => partNumber > upload.partCount);
	if (beyond !== undefined) {
		throw new AppError("UPLOAD_PART_INVALID", `This upload has ${upload.partCount} part(s).`, {
			hint: `Part ${beyond} does not exist.`,
		});
	}
	const sizeOf = await partSizes(ctx, upload, wanted);
	const parts = partNumbers.map(async (partNumber, index) => {
		const contentMd5 = contentMd5s?.[index];
		const { url, headers, expiresAt } = await ctx.deps.storage.signPart({
			...{ key: upload.key, storageUploadId: upload.storageUploadId, partNumber },
			sizeBytes: sizeOf(partNumber),
			...(contentMd5 === undefined ? {} : { contentMd5 }),
			expiresInMs: partUrlMs,
		});
		return { partNumber, url, headers, expiresAt: expiresAt.toISOString() };
	});
	return { parts: await Promise.all(parts) };
}

/** Of an open-ended upload, room is set aside before anything can be sent. */
async function partSizes(
	ctx: Context,
	upload: UploadRow,
	{ partNumbers, lastPartSizeBytes }: z.output<typeof signPartsSchema>,
): Promise<(partNumber: number) => number> {
	if (upload.isOpenEnded) {
		const { sizeOf, totalBytes } = openPartBytes(upload, partNumbers, lastPartSizeBytes);
		await reserveAtLeast(ctx, upload, totalBytes);
		return sizeOf;
	}
	if (lastPartSizeBytes === undefined) return (partNumber) => partBytes(upload, partNumber);
	throw new AppError("UPLOAD_PART_INVALID", "This upload was begun with a size.", {
		hint: "Its last part follows from that.",
	});
}

/**
 * Parts that the store has, so that an interrupted upload goes on where it stopped.
 * @throws {AppError} UPLOAD_NOT_FOUND, UPLOAD_ALREADY_COMPLETED
 */
export async function listUploadedParts({
	ctx,
	input,
}: Call<z.input<typeof uploadInputSchema>>): Promise<z.infer<typeof uploadedPartsSchema>> {
	const { organizationId, uploadId } = parse(uploadInputSchema, input);
	const access = await requireAccess(ctx, organizationId, "videos.create");
	const upload = await readOwnUpload(ctx.deps.database.drizzle, access, uploadId);
	assertOpen(upload);
	const { key, storageUploadId } = upload;
	return { parts: await ctx.deps.storage.listParts({ key, storageUploadId }) };
}
