import { AppError, newId } from "@nuclom/core";
import { uploads, videoArtifacts, videoVersions } from "@nuclom/db/schema";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { publish } from "../events/publish.ts";
import { processVideoJob } from "../jobs/definitions.ts";
import { requireAccess } from "../shared/access.ts";
import { audit } from "../shared/audit.ts";
import type { Call, Context } from "../shared/context.ts";
import { enqueue } from "../shared/enqueue.ts";
import { parse } from "../shared/parse.ts";
import { assertRoom } from "../storage/quota.ts";
import { withFinalSize } from "./open-ended.ts";
import { partBytes, readOwnUpload, type UploadRow } from "./read.ts";
import { refuseMarkup } from "./refuse-markup.ts";
import { type completedUploadSchema, completeUploadSchema } from "./schemas.ts";

/**
 * Checks that every part is there, joins them and queues the processing.
 * Sent twice, or again after a lost answer, it gives the same result.
 * @throws {AppError} UPLOAD_NOT_FOUND, UPLOAD_PARTS_MISSING, UPLOAD_PART_INVALID, UPLOAD_SIZE_MISMATCH, MEDIA_NOT_A_VIDEO,
 * STORAGE_QUOTA_EXCEEDED
 */
export async function completeUpload({
	ctx,
	input,
}: Call<z.input<typeof completeUploadSchema>>): Promise<z.infer<typeof completedUploadSchema>> {
	const { organizationId, uploadId, parts, sizeBytes } = parse(completeUploadSchema, input);
	const access = await requireAccess(ctx, organizationId, "videos.create");
	const begun = await readOwnUpload(ctx.deps.database.drizzle, access, uploadId);
	if (begun.status === "open") {
		const upload = withFinalSize(begun, sizeBytes, ctx.deps.settings.maxUploadBytes);
		const sent = new Map(parts.map((part) => [part.partNumber, part.etag]));
		await joinParts(ctx, upload, sent);
		await refuseMarkup(ctx, upload);
		await recordUpload(ctx, upload);
	}
	return { videoId: begun.videoId };
}

async function joinParts(ctx: Context, upload: UploadRow, sent: ReadonlyMap<number, string>) {
	const { storage } = ctx.deps;
	const { key, sizeBytes } = upload;
	// Joined by an earlier call whose answer was lost?
	const head = (await storage.head(key)) ?? (await joinOnce(ctx, upload, sent));
	if (head?.sizeBytes === sizeBytes) return;
	throw sizeMismatch(sizeBytes, head?.sizeBytes ?? 0);
}

export function sizeMismatch(expectedBytes: number, storedBytes: number): AppError {
	return new AppError("UPLOAD_SIZE_MISMATCH", "The stored file is not as large as announced.", {
		hint: "Send the file again.",
		data: { expectedBytes, storedBytes },
	});
}

/** Joins the parts, or finds them joined: a call at the same moment may have been first. */
async function joinOnce(ctx: Context, upload: UploadRow, sent: ReadonlyMap<number, string>) {
	const { storage } = ctx.deps;
	const { key, storageUploadId } = upload;
	try {
		const stored = await storage.listParts({ key, storageUploadId });
		assertParts(upload, stored, sent);
		const parts = stored.map(({ partNumber, etag }) => ({ partNumber, etag }));
		await storage.completeMultipart({ key, storageUploadId, parts });
	} catch (error) {
		const head = isGone(error) ? await storage.head(key) : undefined;
		if (head) return head;
		throw error;
	}
	return storage.head(key);
}

const isGone = (error: unknown) => error instanceof AppError && error.code === "UPLOAD_NOT_FOUND";

const bare = (etag: string) => etag.replaceAll('"', "");

function assertParts(
	upload: UploadRow,
	stored: ReadonlyArray<{ partNumber: number; sizeBytes: number; etag: string }>,
	sent: ReadonlyMap<number, string>,
): void {
	const known = new Map(stored.map((part) => [part.partNumber, part]));
	const all = Array.from({ length: upload.partCount }, (_, index) => index + 1);
	const missing = all.filter((partNumber) => !known.has(partNumber));
	if (missing.length > 0 || stored.length !== upload.partCount) {
		throw new AppError("UPLOAD_PARTS_MISSING", "Some parts of the file have not arrived.", {
			hint: "Send the missing parts, then complete again. Everything sent so far is kept.",
			data: { missing: missing.slice(0, 100) },
		});
	}
	const wrong = all.filter((partNumber) => {
		const part = known.get(partNumber);
		const etag = sent.get(partNumber);
		const isOther = etag !== undefined && bare(etag) !== bare(part?.etag ?? "");
		return part?.sizeBytes !== partBytes(upload, partNumber) || isOther;
	});
	if (wrong.length === 0) return;
	throw new AppError("UPLOAD_PART_INVALID", "Some parts are not as they were sent.", {
		hint: "Send these parts again, then complete again.",
		data: { partNumbers: wrong.slice(0, 100) },
	});
}

/** What is known of a file only when it is there. */
type FileFacts = Pick<typeof videoVersions.$inferSelect, "fileName" | "contentType">;

/** Makes the joined object the version's source and queues its processing, once. */
export async function recordUpload(
	ctx: Context,
	upload: UploadRow,
	facts?: FileFacts,
): Promise<void> {
	const { organizationId, videoId, versionId, key, contentType, sizeBytes } = upload;
	const now = ctx.deps.clock.now();
	await ctx.deps.database.transaction(async (tx) => {
		const [locked] = await tx
			.select({ status: uploads.status, reservedBytes: uploads.sizeBytes })
			.from(uploads)
			.where(eq(uploads.id, upload.id))
			.for("update");
		if (locked?.status !== "open") return;
		const { settings } = ctx.deps;
		const announcedBytes = locked.reservedBytes;
		await assertRoom(tx, settings, { organizationId, sizeBytes, announcedBytes });
		await tx
			.update(uploads)
			.set({ status: "completed", completedAt: now, sizeBytes, partCount: upload.partCount })
			.where(eq(uploads.id, upload.id));
		await tx.insert(videoArtifacts).values({
			...{ id: newId(), organizationId, versionId, kind: "source" },
			...{ key, contentType, sizeBytes, createdAt: now },
		});
		await tx
			.update(videoVersions)
			.set({
				...{
					sizeBytes,
					...facts,
					status: "processing",
					processingStep: "queued",
					processingRatio: 0,
				},
				...{ uploadedAt: now, updatedAt: now },
			})
			.where(eq(videoVersions.id, versionId));
		const payload = { organizationId, videoId, versionId };
		await enqueue(ctx.deps.queue, tx, processVideoJob, payload, { singletonKey: versionId });
		const entity = { organizationId, entityType: "video", entityId: videoId };
		const data = { uploadId: upload.id };
		await audit(tx, ctx, { ...entity, action: "uploads.complete", data });
		await publish(tx, { type: "video.updated", organizationId, id: videoId });
	});
}
