import { publish } from "../events/publish.ts";
import type { Failure } from "../processing/fail-video.ts";
import { readWork, updateVersion, type VersionRef } from "../processing/version.ts";
import type { Context } from "../shared/context.ts";

function sentence(failure: Failure): string {
	if (failure.code === "INTERNAL") return "Something went wrong on our side.";
	return [failure.message, failure.hint].filter(Boolean).join(" ");
}

/** Says on the page why there is no transcript, and so no summary. */
export async function failTranscript(ctx: Context, ref: VersionRef, failure: Failure) {
	const transcriptFailure = sentence(failure);
	const { organizationId, videoId, versionId } = ref;
	await ctx.deps.database.transaction(async (tx) => {
		const work = await readWork(tx, ref);
		if (!work || work.version.transcriptStatus === "failed") return;
		await updateVersion(tx, ctx, ref, {
			...{ transcriptStatus: "failed", insightsStatus: "failed" },
			...{ transcriptFailure, insightsFailure: transcriptFailure },
		});
		const event = { organizationId, id: versionId, parentId: videoId };
		await publish(tx, { type: "transcript.updated", ...event });
	});
}

/** Says on the page why there is no summary. */
export async function failInsights(ctx: Context, ref: VersionRef, failure: Failure) {
	const { organizationId, videoId, versionId } = ref;
	await ctx.deps.database.transaction(async (tx) => {
		const work = await readWork(tx, ref);
		if (!work || work.version.insightsStatus === "failed") return;
		const insightsFailure = sentence(failure);
		await updateVersion(tx, ctx, ref, { insightsStatus: "failed", insightsFailure });
		const event = { organizationId, id: versionId, parentId: videoId };
		await publish(tx, { type: "insights.updated", ...event });
	});
}
