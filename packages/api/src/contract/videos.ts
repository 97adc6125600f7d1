import {
	analyzeAcceptedSchema,
	analyzeSchema,
	completedUploadSchema,
	completeUploadSchema,
	createUploadSchema,
	deletedVideoSchema,
	downloadSchema,
	importedVideoSchema,
	importVideoSchema,
	insightsSchema,
	listTrashSchema,
	listVideosSchema,
	openUploadsSchema,
	organizationInputSchema,
	playbackSchema,
	purgedVideoSchema,
	signedPartsSchema,
	signPartsSchema,
	transcriptSchema,
	trashPageSchema,
	updateVideoSchema,
	uploadedPartsSchema,
	uploadInputSchema,
	uploadSchema,
	videoInputSchema,
	videoPageSchema,
	videoSchema,
} from "@nuclom/services/schemas";
import { z } from "zod";
import { authenticated } from "./base.ts";

const organization = "/v1/organizations/{organizationId}" as const;
const video = `${organization}/videos/{videoId}` as const;
const upload = `${organization}/uploads/{uploadId}` as const;

export const videos = {
	list: authenticated({
		method: "GET",
		path: `${organization}/videos`,
		operationId: "videos.list",
		summary: "Videos of the organization, newest first",
		tag: "Videos",
	})
		.input(listVideosSchema)
		.output(videoPageSchema),
	get: authenticated({
		method: "GET",
		path: video,
		operationId: "videos.get",
		summary: "One video with its current version",
		tag: "Videos",
	})
		.input(videoInputSchema)
		.output(videoSchema),
	import: authenticated({
		method: "POST",
		path: `${organization}/imports`,
		operationId: "videos.import",
		summary: "Fetch a video's file from its address; the video exists at once",
		tag: "Videos",
		successStatus: 202,
	})
		.input(importVideoSchema)
		.output(importedVideoSchema),
	update: authenticated({
		method: "PATCH",
		path: video,
		operationId: "videos.update",
		summary: "Change title or description",
		tag: "Videos",
	})
		.input(updateVideoSchema)
		.output(videoSchema),
	retry: authenticated({
		method: "POST",
		path: `${video}/retry`,
		operationId: "videos.retry",
		summary: "Process a failed video again",
		tag: "Videos",
	})
		.input(videoInputSchema)
		.output(videoSchema),
	delete: authenticated({
		method: "DELETE",
		path: video,
		operationId: "videos.delete",
		summary: "Move a video to the trash, where it can be restored for 30 days",
		tag: "Videos",
	})
		.input(videoInputSchema)
		.output(deletedVideoSchema),
	playback: authenticated({
		method: "GET",
		path: `${video}/playback`,
		operationId: "videos.playback",
		summary: "Signed addresses to play the video",
		tag: "Videos",
	})
		.input(videoInputSchema)
		.output(playbackSchema),
	download: authenticated({
		method: "GET",
		path: `${video}/download`,
		operationId: "videos.download",
		summary: "A signed address of the original file",
		tag: "Videos",
	})
		.input(videoInputSchema)
		.output(downloadSchema),
};

/** Videos in the trash. */
export const trash = {
	list: authenticated({
		method: "GET",
		path: `${organization}/trash`,
		operationId: "trash.list",
		summary: "Videos in the trash, newest first",
		tag: "Trash",
	})
		.input(listTrashSchema)
		.output(trashPageSchema),
	restore: authenticated({
		method: "POST",
		path: `${organization}/trash/{videoId}/restore`,
		operationId: "trash.restore",
		summary: "Take a video out of the trash",
		tag: "Trash",
	})
		.input(videoInputSchema)
		.output(videoSchema),
	purge: authenticated({
		method: "DELETE",
		path: `${organization}/trash/{videoId}`,
		operationId: "trash.purge",
		summary: "Delete a video in the trash for ever, with its comments and files",
		tag: "Trash",
	})
		.input(videoInputSchema)
		.output(purgedVideoSchema),
};

export const uploads = {
	list: authenticated({
		method: "GET",
		path: `${organization}/uploads`,
		operationId: "uploads.list",
		summary: "Your own uploads that can be gone on with, newest first",
		tag: "Uploads",
	})
		.input(organizationInputSchema)
		.output(openUploadsSchema),
	create: authenticated({
		method: "POST",
		path: `${organization}/uploads`,
		operationId: "uploads.create",
		summary: "Begin an upload; the video and its address exist at once",
		tag: "Uploads",
		successStatus: 201,
	})
		.input(createUploadSchema)
		.output(uploadSchema),
	signParts: authenticated({
		method: "POST",
		path: `${upload}/parts`,
		operationId: "uploads.signParts",
		summary: "Signed addresses to PUT parts to, straight to the store",
		tag: "Uploads",
	})
		.input(signPartsSchema)
		.output(signedPartsSchema),
	listParts: authenticated({
		method: "GET",
		path: `${upload}/parts`,
		operationId: "uploads.listParts",
		summary: "Parts that the store has",
		tag: "Uploads",
	})
		.input(uploadInputSchema)
		.output(uploadedPartsSchema),
	complete: authenticated({
		method: "POST",
		path: `${upload}/complete`,
		operationId: "uploads.complete",
		summary: "All parts are there: check them and process the video",
		tag: "Uploads",
	})
		.input(completeUploadSchema)
		.output(completedUploadSchema),
	abort: authenticated({
		method: "DELETE",
		path: upload,
		operationId: "uploads.abort",
		summary: "Give up an upload; its parts and its video go",
		tag: "Uploads",
	})
		.input(uploadInputSchema)
		.output(z.object({ uploadId: z.string() })),
};

export const transcripts = {
	get: authenticated({
		method: "GET",
		path: `${video}/transcript`,
		operationId: "transcripts.get",
		summary: "What was said, with its time",
		tag: "Transcripts",
	})
		.input(videoInputSchema)
		.output(transcriptSchema),
};

export const insights = {
	get: authenticated({
		method: "GET",
		path: `${video}/insights`,
		operationId: "insights.get",
		summary: "Summary, chapters and action items",
		tag: "AI",
	})
		.input(videoInputSchema)
		.output(insightsSchema),
};

export const ai = {
	analyze: authenticated({
		method: "POST",
		path: "/ai/analyze",
		operationId: "ai.analyze",
		summary: "Let the AI read a video again",
		tag: "AI",
		successStatus: 202,
	})
		.input(analyzeSchema)
		.output(analyzeAcceptedSchema),
};
