import type { VideoSummary } from "@nuclom/services/schemas";

type Step = NonNullable<VideoSummary["progress"]>["step"];

/** What happens to a video, as a person would say it. */
const stepWords: Record<Step, string> = {
	importing: "Fetching the file",
	queued: "Waiting for its turn",
	reading: "Reading the file",
	converting: "Making it playable",
	poster: "Taking a picture for the library",
	saving: "Saving",
};

/** "Making it playable, 40 %"; the percentage only where it moves. */
export function describeProgress(progress: VideoSummary["progress"]): string {
	if (!progress) return "Processing";
	const words = stepWords[progress.step];
	const percent = Math.floor(progress.ratio * 100);
	const isCounted = progress.step === "converting" || progress.step === "importing";
	return isCounted && percent > 0 ? `${words}, ${percent} %` : words;
}
