export { mediaEnv } from "./env.ts";
export type { FrameTimes } from "./frames/frame-times.ts";
export { frameIndexAt, frameStartMs } from "./frames/look-up.ts";
export type { MediaLimits } from "./limits.ts";
export { type CreateMediaOptions, createMedia, type Media, type MediaCheck } from "./media.ts";
export type {
	MediaAudio,
	MediaContainer,
	MediaProbe,
	MediaVideo,
	Rational,
} from "./media-probe.ts";
export type { MakePlayableOptions } from "./playable/make-playable.ts";
export type { PlayableAction, PlayablePlan } from "./playable/plan.ts";
export type { MakePosterOptions, Poster } from "./poster/make-poster.ts";
export { assertNoMarkup } from "./probe/text-kinds.ts";
export type { ExtractSpeechOptions, SpeechSegment } from "./speech/extract-speech.ts";
