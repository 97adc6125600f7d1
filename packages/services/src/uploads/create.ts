import { newId } from "@nuclom/core";
import { uploads, videos, videoVersions } from "@nuclom/db/schema";
import { cacheControlOf, planParts, videoKeys } from "@nuclom/storage";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { publish } from "../events/publish.ts";
import { expireUploadJob } from "../jobs/definitions.ts";
import { requireAccess } from "../shared/access.ts";
import { audit } from "../shared/audit.ts";
import type { Call, Context } from "../shared/context.ts";
import { enqueue } from "../shared/enqueue.ts";
import { parse } from "../shared/parse.ts";
import { assertRoom } from "../storage/quota.ts";
import { cleanFileName, titleFromFileName } from "./file-name.ts";
import { planOpenEnded } from "./open-ended.ts";
import { emptyFile } from "./read.ts";
import { assertUploadSize } from "./reserve.ts";
import { createUploadSchema, type Upload } from "./schemas.ts";

/** R2 drops unfinished multipart uploads after 7 days; so do we. */
const lifeMs = 7 * 86_400_000;

/** Its parts, and how much room is set aside at first. */
function planSize(sizeBytes: number | undefined, maxUploadBytes: number) {
	if (sizeBytes === undefined) {
		const { maxBytes, ...parts } = planOpenEnded(maxUploadBytes);
		return { ...parts, isOpenEnded: true, sizeBytes: Math.min(parts.partSizeBytes, maxBytes) };
	}
	if (sizeBytes === 0) throw emptyFile();
	assertUploadSize(sizeBytes, maxUploadBytes);
	return { ...planParts(sizeBytes), isOpenEnded: false, sizeBytes };
}

function planUpload(ctx: Context, input: z.output<typeof createUploadSchema>) {
	const { organizationId } = input;
	const fileName = cleanFileName(input.fileName);
	const ids = { uploadId: newId(), videoId: newId(), versionId: newId() };
	const extension = /\.([a-z0-9]{1,8})$/i.exec(fileName)?.[1]?.toLowerCase() ?? "bin";
	const createdAt = ctx.deps.clock.now();
	return {
		...ids,
		...planSize(input.sizeBytes, ctx.deps.settings.maxUploadBytes),
		...{ organizationId, fileName, contentType: input.contentType, createdAt },
		title: input.title ?? titleFromFileName(fileName),
		key: videoKeys({ organizationId, ...ids }).source(newId(), extension),
		expiresAt: new Date(createdAt.getTime() + lifeMs),
	};
}
type Plan = ReturnType<typeof planUpload>;

/**
 * Begins an upload. The video exists from now on, so its address can be shared at once.
 * @throws {AppError} ORGANIZATION_NOT_FOUND, UPLOAD_EMPTY_FILE, UPLOAD_TOO_LARGE, STORAGE_QUOTA_EXCEEDED, STORAGE_UNAVAILABLE
 */
export async function createUpload({
	ctx,
	input,
}: Call<z.input<typeof createUploadSchema>>): Promise<Upload> {
	const wanted = parse(createUploadSchema, input);
	const { userId } = await requireAccess(ctx, wanted.organizationId, "videos.create");
	const plan = planUpload(ctx, wanted);
	const { storage } = ctx.deps;
	const { storageUploadId } = await storage.createMultipart(plan.key, {
		partSizeBytes: plan.partSizeBytes,
		contentType: plan.contentType,
		cacheControl: cacheControlOf("source"),
		metadata: {
			organizationId: plan.organizationId,
			videoId: plan.videoId,
			uploadedAt: plan.createdAt.toISOString(),
		},
	});
	try {
		await record(ctx, { ...plan, storageUploadId, userId });
	} catch (error) {
		await storage.abortMultipart({ key: plan.key, storageUploadId }).catch(() => {});
		throw error;
	}
	const { uploadId, videoId, organizationId, partSizeBytes, partCount } = plan;
	const expiresAt = plan.expiresAt.toISOString();
	return { uploadId, videoId, organizationId, partSizeBytes, partCount, expiresAt };
}

async function record(ctx: Context, plan: Plan & { storageUploadId: string; userId: string }) {
	const { organizationId, videoId, versionId, uploadId, createdAt } = plan;
	const both = { createdAt, updatedAt: createdAt };
	await ctx.deps.database.transaction(async (tx) => {
		await assertRoom(tx, ctx.deps.settings, plan);
		const { title, userId: createdById } = plan;
		await tx.insert(videos).values({ id: videoId, organizationId, title, createdById, ...both });
		const { fileName, contentType, isOpenEnded } = plan;
		const sizeBytes = isOpenEnded ? 0 : plan.sizeBytes;
		await tx.insert(videoVersions).values({
			...{ id: versionId, organizationId, videoId, number: 1 },
			...{ fileName, contentType, sizeBytes, ...both },
		});
		await tx.update(videos).set({ currentVersionId: versionId }).where(eq(videos.id, videoId));
		await tx.insert(uploads).values({ ...plan, id: uploadId, createdById });
		await enqueue(
			ctx.deps.queue,
			tx,
			expireUploadJob,
			{ organizationId, uploadId },
			{ singletonKey: uploadId, startAfterMs: lifeMs },
		);
		const entity = { organizationId, entityType: "video", entityId: videoId };
		await audit(tx, ctx, { ...entity, action: "uploads.create", data: { uploadId, sizeBytes } });
		await publish(tx, { type: "video.created", organizationId, id: videoId });
	});
}
