import { AppError } from "@nuclom/core";
import type { z } from "zod";
import { requireAccess } from "../shared/access.ts";
import type { Call } from "../shared/context.ts";
import { parse } from "../shared/parse.ts";
import { assertOpen, partBytes, readOwnUpload } from "./read.ts";
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
 * @throws {AppError} UPLOAD_NOT_FOUND, UPLOAD_ALREADY_COMPLETED, UPLOAD_PART_INVALID
 */
export async function signParts({
	ctx,
	input,
}: Call<z.input<typeof signPartsSchema>>): Promise<z.infer<typeof signedPartsSchema>> {
	const { organizationId, uploadId, partNumbers, contentMd5s } = parse(signPartsSchema, input);
	const access = await requireAccess(ctx, organizationId, "videos.create");
	const upload = await readOwnUpload(ctx.deps.database.drizzle, access, uploadId);
	assertOpen(upload);
	const beyond = partNumbers.find((partNumber) => partNumber > upload.partCount);
	if (beyond !== undefined) {
		throw new AppError("UPLOAD_PART_INVALID", `This upload has ${upload.partCount} part(s).`, {
			hint: `Part ${beyond} does not exist.`,
		});
	}
	const parts = partNumbers.map(async (partNumber, index) => {
		const contentMd5 = contentMd5s?.[index];
		const { url, headers, expiresAt } = await ctx.deps.storage.signPart({
			...{ key: upload.key, storageUploadId: upload.storageUploadId, partNumber },
			sizeBytes: partBytes(upload, partNumber),
			...(contentMd5 === undefined ? {} : { contentMd5 }),
			expiresInMs: partUrlMs,
		});
		return { partNumber, url, headers, expiresAt: expiresAt.toISOString() };
	});
	return { parts: await Promise.all(parts) };
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
