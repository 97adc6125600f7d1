import { AppError } from "@nuclom/core";
import { videoVersions } from "@nuclom/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { publish } from "../events/publish.ts";
import { importVideoJob, processVideoJob } from "../jobs/definitions.ts";
import { requireAccess } from "../shared/access.ts";
import { audit } from "../shared/audit.ts";
import type { Call } from "../shared/context.ts";
import { enqueue } from "../shared/enqueue.ts";
import { parse } from "../shared/parse.ts";
import { canEditVideo, presentVideo } from "./present.ts";
import { readArtifact, readVideo } from "./read.ts";
import { type Video, videoInputSchema } from "./schemas.ts";
import { videoForbidden } from "./update.ts";

const nothingFailed = {
	failureCode: null,
	failureMessage: null,
	failureHint: null,
	isFailureRetryable: null,
};

/**
 * Processes a failed video again, from the same source; one that was not fetched is fetched again.
 * @throws {AppError} VIDEO_NOT_FOUND, FORBIDDEN, VIDEO_NOT_RETRYABLE
 */
export async function retryVideo({
	ctx,
	input,
}: Call<z.input<typeof videoInputSchema>>): Promise<Video> {
	const { organizationId, videoId } = parse(videoInputSchema, input);
	const access = await requireAccess(ctx, organizationId, "videos.read");
	const { clock, database, queue } = ctx.deps;
	const row = await database.transaction(async (tx) => {
		const before = await readVideo(tx, organizationId, videoId);
		if (!canEditVideo(access, before)) throw videoForbidden();
		const versionId = before.version.id;
		const isThere = (await readArtifact(tx, versionId, "source")) !== undefined;
		const isImport = before.version.importUrl !== null && !isThere;
		const [job, step] = isImport
			? ([importVideoJob, "importing"] as const)
			: ([processVideoJob, "queued"] as const);
		const restarted = await tx
			.update(videoVersions)
			.set({
				...nothingFailed,
				...{ status: "processing", processingStep: step, processingRatio: 0 },
				updatedAt: clock.now(),
			})
			.where(and(eq(videoVersions.id, versionId), eq(videoVersions.status, "failed")))
			.returning({ id: videoVersions.id });
		if (restarted.length === 0) {
			throw new AppError("VIDEO_NOT_RETRYABLE", "This video has not failed.");
		}
		const payload = { organizationId, videoId, versionId };
		// Without the version's key: the job that failed may not have ended yet, and would stand in the way.
		await enqueue(queue, tx, job, payload);
		const entity = { organizationId, entityType: "video", entityId: videoId };
		await audit(tx, ctx, { ...entity, action: "videos.retry" });
		await publish(tx, { type: "video.updated", organizationId, id: videoId });
		return readVideo(tx, organizationId, videoId);
	});
	return presentVideo(ctx.deps, access, row);
}
