import {
	abortUpload,
	completeUpload,
	createComment,
	createUpload,
	deleteComment,
	deleteVideo,
	getDownload,
	getInsights,
	getPlayback,
	getTranscript,
	getVideo,
	importVideo,
	listComments,
	listOpenUploads,
	listTrash,
	listUploadedParts,
	listVideos,
	purgeVideo,
	requestAnalysis,
	restoreVideo,
	retryVideo,
	signParts,
	updateComment,
	updateVideo,
} from "@nuclom/services";
import { implementer as os, verb } from "./base.ts";

export const videos = {
	list: os.videos.list.handler(verb(listVideos)),
	get: os.videos.get.handler(verb(getVideo)),
	import: os.videos.import.handler(verb(importVideo)),
	update: os.videos.update.handler(verb(updateVideo)),
	retry: os.videos.retry.handler(verb(retryVideo)),
	delete: os.videos.delete.handler(verb(deleteVideo)),
	playback: os.videos.playback.handler(verb(getPlayback)),
	download: os.videos.download.handler(verb(getDownload)),
};

export const trash = {
	list: os.trash.list.handler(verb(listTrash)),
	restore: os.trash.restore.handler(verb(restoreVideo)),
	purge: os.trash.purge.handler(verb(purgeVideo)),
};

export const uploads = {
	list: os.uploads.list.handler(verb(listOpenUploads)),
	create: os.uploads.create.handler(verb(createUpload)),
	signParts: os.uploads.signParts.handler(verb(signParts)),
	listParts: os.uploads.listParts.handler(verb(listUploadedParts)),
	complete: os.uploads.complete.handler(verb(completeUpload)),
	abort: os.uploads.abort.handler(verb(abortUpload)),
};

export const comments = {
	list: os.comments.list.handler(verb(listComments)),
	create: os.comments.create.handler(verb(createComment)),
	update: os.comments.update.handler(verb(updateComment)),
	delete: os.comments.delete.handler(verb(deleteComment)),
};

export const transcripts = { get: os.transcripts.get.handler(verb(getTranscript)) };
export const insights = { get: os.insights.get.handler(verb(getInsights)) };
export const ai = { analyze: os.ai.analyze.handler(verb(requestAnalysis)) };
