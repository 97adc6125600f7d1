import type { MediaProbe } from "../media-probe.ts";
import { planPlayable, whyEncodeAudio } from "./plan.ts";

/** What one run of ffmpeg does with each stream. */
export interface Recipe {
	readonly encodesVideo: boolean;
	readonly encodesAudio: boolean;
}

/** Encodes only what has to be; a WebM that is fit to be served becomes an MP4 all the same. */
export function recipeFor(probe: MediaProbe): Recipe {
	const sound = probe.audio[0];
	return {
		encodesVideo: planPlayable(probe).action === "transcode" || probe.video.codec === "vp8",
		encodesAudio: sound !== undefined && whyEncodeAudio(sound).length > 0,
	};
}

/** What is left when a copy did not work out. */
export const encodeAll: Recipe = { encodesVideo: true, encodesAudio: true };
