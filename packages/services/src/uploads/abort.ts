import { uploads, videos } from "@nuclom/db/schema";
import { and, eq, lte } from "drizzle-orm";
import type { z } from "zod";
import { publish } from "../events/publish.ts";
import { requireAccess } from "../shared/access.ts";
import { audit } from "../shared/audit.ts";
import type { Call, Context } from "../shared/context.ts";
import { parse } from "../shared/parse.ts";
import { assertOpen, readOwnUpload, type UploadRow } from "./read.ts";
import { uploadInputSchema } from "./schemas.ts";

/**
 * Gives up an upload: its parts go, and its video with them.
 * @throws {AppError} UPLOAD_NOT_FOUND, UPLOAD_ALREADY_COMPLETED
 */
export async function abortUpload({ ctx, input }: Call<z.input<typeof uploadInputSchema>>) {
	const { organizationId, uploadId } = parse(uploadInputSchema, input);
	const access = await requireAccess(ctx, organizationId, "videos.create");
	const upload = await readOwnUpload(ctx.deps.database.drizzle, access, uploadId);
	assertOpen(upload);
	await giveUp(ctx, upload, "uploads.abort");
	return { uploadId };
}

/** Gives up an upload that nobody finished in time; called by its job, at any later time. */
export async function expireUpload(
	ctx: Context,
	input: { readonly uploadId: string },
): Promise<void> {
	const [upload] = await ctx.deps.database.drizzle
		.select()
		.from(uploads)
		.where(
			and(
				eq(uploads.id, input.uploadId),
				eq(uploads.status, "open"),
				lte(uploads.expiresAt, ctx.deps.clock.now()),
			),
		);
	if (upload) await giveUp(ctx, upload, "uploads.expire");
}

async function giveUp(ctx: Context, upload: UploadRow, action: string): Promise<void> {
	const { organizationId, videoId, key, storageUploadId } = upload;
	// First the bytes: should the second half fail, a repetition finds them gone and goes on.
	await ctx.deps.storage.abortMultipart({ key, storageUploadId });
	await ctx.deps.database.transaction(async (tx) => {
		const [locked] = await tx
			.select({ status: uploads.status })
			.from(uploads)
			.where(eq(uploads.id, upload.id))
			.for("update");
		if (locked?.status !== "open") return;
		// The video has no other version yet, so it goes, and this row with it.
		await tx.delete(videos).where(eq(videos.id, videoId));
		const entity = { organizationId, entityType: "video", entityId: videoId };
		await audit(tx, ctx, { ...entity, action, data: { uploadId: upload.id } });
		await publish(tx, { type: "video.deleted", organizationId, id: videoId });
	});
}
