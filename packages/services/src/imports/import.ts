import { newId } from "@nuclom/core";
import { videos, videoVersions } from "@nuclom/db/schema";
import { parseRemoteUrl, remoteFileName } from "@nuclom/storage";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { publish } from "../events/publish.ts";
import { importVideoJob } from "../jobs/definitions.ts";
import { requireAccess } from "../shared/access.ts";
import { audit } from "../shared/audit.ts";
import type { Call, Context } from "../shared/context.ts";
import { enqueue } from "../shared/enqueue.ts";
import { parse } from "../shared/parse.ts";
import { cleanFileName, titleFromFileName } from "../uploads/file-name.ts";
import { type ImportedVideo, importVideoSchema } from "./schemas.ts";

/**
 * Fetches a video's file from its address. The video exists from now on; a job fetches the file, and the video's
 * page tells how far it is, or why it failed.
 * @throws {AppError} ORGANIZATION_NOT_FOUND, INPUT_INVALID, REMOTE_ADDRESS_REFUSED
 */
export async function importVideo({
	ctx,
	input,
}: Call<z.input<typeof importVideoSchema>>): Promise<ImportedVideo> {
	const { organizationId, url: given, title } = parse(importVideoSchema, input);
	const { userId } = await requireAccess(ctx, organizationId, "videos.create");
	const url = parseRemoteUrl(given, ctx.deps.settings.imports?.privateHosts);
	const fileName = cleanFileName(remoteFileName(url, undefined) ?? url.hostname);
	const plan = {
		...{ organizationId, userId, url, fileName },
		...{ videoId: newId(), versionId: newId() },
		title: title ?? titleFromFileName(fileName),
	};
	await record(ctx, plan);
	return { videoId: plan.videoId, organizationId };
}

interface Plan {
	readonly organizationId: string;
	readonly userId: string;
	readonly url: URL;
	readonly fileName: string;
	readonly title: string;
	readonly videoId: string;
	readonly versionId: string;
}

async function record(ctx: Context, plan: Plan): Promise<void> {
	const { organizationId, userId, url, fileName, title, videoId, versionId } = plan;
	const { clock, database, queue } = ctx.deps;
	const createdAt = clock.now();
	const both = { createdAt, updatedAt: createdAt };
	await database.transaction(async (tx) => {
		await tx
			.insert(videos)
			.values({ id: videoId, organizationId, title, createdById: userId, ...both });
		await tx.insert(videoVersions).values({
			...{ id: versionId, organizationId, videoId, number: 1, fileName, importUrl: url.href },
			...{ contentType: "application/octet-stream", sizeBytes: 0, ...both },
			...{ status: "processing", processingStep: "importing", processingRatio: 0 },
		});
		await tx.update(videos).set({ currentVersionId: versionId }).where(eq(videos.id, videoId));
		const payload = { organizationId, videoId, versionId };
		await enqueue(queue, tx, importVideoJob, payload, { singletonKey: versionId });
		const entity = { organizationId, entityType: "video", entityId: videoId };
		// Only the host: the rest of an address may be a secret.
		await audit(tx, ctx, { ...entity, action: "videos.import", data: { host: url.host } });
		await publish(tx, { type: "video.created", organizationId, id: videoId });
	});
}
