import { buffer } from "node:stream/consumers";
import { newId } from "@nuclom/core";
import { objectDeletions, uploads, videos } from "@nuclom/db/schema";
import { assertNoMarkup } from "@nuclom/media";
import { eq } from "drizzle-orm";
import { publish } from "../events/publish.ts";
import { audit } from "../shared/audit.ts";
import type { Context } from "../shared/context.ts";
import type { UploadRow } from "./read.ts";

const headBytes = 4096;

/**
 * Looks at a joined file's beginning: a web page or a playlist that calls itself a video goes at once, and its
 * video with it. What is no video in another way is told when it is processed.
 * @throws {AppError} MEDIA_NOT_A_VIDEO
 */
export async function refuseMarkup(ctx: Context, upload: UploadRow): Promise<void> {
	const range = { start: 0, end: Math.min(headBytes, upload.sizeBytes) - 1 };
	const { stream } = await ctx.deps.storage.get(upload.key, { range });
	const head = await buffer(stream);
	try {
		assertNoMarkup(head);
	} catch (error) {
		await discard(ctx, upload);
		throw error;
	}
}

async function discard(ctx: Context, upload: UploadRow): Promise<void> {
	const { organizationId, videoId, key, sizeBytes } = upload;
	await ctx.deps.database.transaction(async (tx) => {
		const [locked] = await tx
			.select({ status: uploads.status })
			.from(uploads)
			.where(eq(uploads.id, upload.id))
			.for("update");
		if (locked?.status !== "open") return;
		// No artifact names the object yet, so no trigger writes it down.
		await tx.insert(objectDeletions).values({ id: newId(), organizationId, key, sizeBytes });
		await tx.delete(videos).where(eq(videos.id, videoId));
		const entity = { organizationId, entityType: "video", entityId: videoId };
		const data = { uploadId: upload.id };
		await audit(tx, ctx, { ...entity, action: "uploads.refuse", data });
		await publish(tx, { type: "video.deleted", organizationId, id: videoId });
	});
}
