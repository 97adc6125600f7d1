import type { VideoSummary } from "@nuclom/services/schemas";
import { describeProgress } from "../player/processing-words.ts";
import type { UploadItem } from "../upload/upload-item.ts";
import { percentOf, ratioOf } from "../upload/upload-item.ts";

export interface CardState {
	readonly text: string;
	readonly tone: "neutral" | "accent" | "caution" | "danger";
	/** 0 to 1 for a bar; null where it is not known how far; undefined for no bar. */
	readonly ratio?: number | null | undefined;
}

/** What a card says about a video that cannot be played yet; null for one that can. */
export function cardState(
	video: Pick<VideoSummary, "status" | "progress">,
	upload: UploadItem | undefined,
): CardState | null {
	switch (video.status) {
		case "ready":
			return null;
		case "failed":
			return { text: "Needs you", tone: "danger" };
		case "processing":
			return {
				text: describeProgress(video.progress),
				tone: "accent",
				ratio: video.progress?.step === "queued" ? null : (video.progress?.ratio ?? null),
			};
		case "uploading":
			return upload ? uploadState(upload) : { text: "Uploading elsewhere", tone: "neutral" };
	}
}

/** An upload in a few words. */
export function uploadState(upload: UploadItem): CardState {
	const percent = `${percentOf(upload)} %`;
	const ratio = ratioOf(upload);
	if (upload.state === "paused") return { text: `Paused at ${percent}`, tone: "caution", ratio };
	if (upload.state === "offline") return { text: `Offline at ${percent}`, tone: "caution", ratio };
	if (upload.state === "unfinished") {
		return { text: `Unfinished at ${percent}`, tone: "caution", ratio };
	}
	if (upload.state === "failed") return { text: `Stopped at ${percent}`, tone: "danger", ratio };
	if (upload.state === "queued") return { text: `Waiting at ${percent}`, tone: "neutral", ratio };
	if (upload.state === "canceled") return { text: "Canceled", tone: "neutral" };
	return { text: `Uploading, ${percent}`, tone: "accent", ratio };
}
