import { AppError } from "@nuclom/core";
import type { z } from "zod";
import { analyzeVideoJob, transcribeVideoJob } from "../jobs/definitions.ts";
import { updateVersion } from "../processing/version.ts";
import { requireAccess } from "../shared/access.ts";
import { audit } from "../shared/audit.ts";
import type { Call } from "../shared/context.ts";
import { enqueue } from "../shared/enqueue.ts";
import { parse } from "../shared/parse.ts";
import { readVideo } from "../videos/read.ts";
import { type analyzeAcceptedSchema, analyzeSchema } from "./schemas.ts";

const clean = { transcriptFailure: null, insightsFailure: null };

/**
 * Lets the AI read a video: transcribes first where there is no transcript.
 * @throws {AppError} AI_NOT_CONFIGURED, VIDEO_NOT_FOUND, VIDEO_NOT_READY
 */
export async function requestAnalysis({
	ctx,
	input,
}: Call<z.input<typeof analyzeSchema>>): Promise<z.infer<typeof analyzeAcceptedSchema>> {
	const { organizationId, videoId } = parse(analyzeSchema, input);
	await requireAccess(ctx, organizationId, "videos.create");
	const { ai, database, queue } = ctx.deps;
	return database.transaction(async (tx) => {
		const { version } = await readVideo(tx, organizationId, videoId);
		if (!ai.isConfigured) {
			throw new AppError("AI_NOT_CONFIGURED", "No AI is configured here.", {
				hint: "An operator can set OPENAI_API_KEY, or OPENAI_BASE_URL for a compatible server.",
			});
		}
		if (version.status !== "ready") {
			throw new AppError("VIDEO_NOT_READY", "The AI reads a video once it can be played.");
		}
		const ref = { organizationId, videoId, versionId: version.id };
		const hasTranscript = version.transcriptStatus === "ready";
		const job = hasTranscript ? analyzeVideoJob : transcribeVideoJob;
		const status = "waiting" as const;
		const changes = hasTranscript
			? { insightsStatus: status }
			: { insightsStatus: status, transcriptStatus: status };
		await updateVersion(tx, ctx, ref, { ...changes, ...clean });
		await enqueue(queue, tx, job, ref, { singletonKey: version.id });
		const entity = { organizationId, entityType: "video", entityId: videoId };
		await audit(tx, ctx, { ...entity, action: "ai.analyze" });
		return { videoId, status };
	});
}
