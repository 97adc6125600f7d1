import type { Access } from "../shared/access.ts";
import type { ServiceDeps } from "../shared/context.ts";
import { presentPerson } from "../shared/person.ts";
import type { VideoRow } from "./read.ts";
import { processingSteps, type Video, type VideoSummary } from "./schemas.ts";

/** A short-lived address of a picture. */
export async function posterUrl(deps: ServiceDeps, key: string | null): Promise<string | null> {
	if (!key) return null;
	const signed = await deps.storage.signGet(key, { expiresInMs: deps.settings.signedUrlMs });
	return signed.url;
}

function presentProgress({ version }: VideoRow): VideoSummary["progress"] {
	if (version.status !== "processing") return null;
	const step = processingSteps.find((known) => known === version.processingStep) ?? "queued";
	return { step, ratio: version.processingRatio ?? 0 };
}

function presentFailure({ version }: VideoRow): VideoSummary["failure"] {
	if (version.status !== "failed") return null;
	return {
		code: version.failureCode ?? "INTERNAL",
		message: version.failureMessage ?? "Processing failed.",
		hint: version.failureHint,
		isRetryable: version.isFailureRetryable ?? true,
	};
}

/** What a card shows. */
export async function presentSummary(
	deps: ServiceDeps,
	access: Access,
	row: VideoRow,
): Promise<VideoSummary> {
	const { video, version } = row;
	return {
		id: video.id,
		organizationId: video.organizationId,
		title: video.title,
		status: version.status,
		createdAt: video.createdAt.toISOString(),
		createdBy: presentPerson(row.creator),
		durationMs: version.durationMs,
		width: version.width,
		height: version.height,
		posterUrl: await posterUrl(deps, row.posterKey),
		progress: presentProgress(row),
		failure: presentFailure(row),
		commentCount: row.commentCount,
		canEdit: canEditVideo(access, row),
	};
}

function presentFrameRate({ version }: VideoRow) {
	const { frameRateNum: num, frameRateDen: den } = version;
	return num === null || den === null ? null : { num, den };
}

/** May this person change, retry or give up this video? */
export function canEditVideo(
	access: Access,
	{ video }: { readonly video: Pick<VideoRow["video"], "createdById"> },
): boolean {
	return video.createdById === access.userId || access.can("videos.editAny");
}

/** What the watch page shows. */
export async function presentVideo(
	deps: ServiceDeps,
	access: Access,
	row: VideoRow,
): Promise<Video> {
	const { version } = row;
	const summary = await presentSummary(deps, access, row);
	return {
		...summary,
		description: row.video.description,
		version: {
			id: version.id,
			number: version.number,
			fileName: version.fileName,
			sizeBytes: version.sizeBytes,
			contentType: version.contentType,
			videoCodec: version.videoCodec,
			frameRate: presentFrameRate(row),
			isVariableFrameRate: version.isVariableFrameRate,
			uploadedAt: version.uploadedAt?.toISOString() ?? null,
			readyAt: version.readyAt?.toISOString() ?? null,
		},
		transcriptStatus: version.transcriptStatus,
		insightsStatus: version.insightsStatus,
		canRetry: summary.canEdit && version.status === "failed",
	};
}
