export { type AiConfig, createAi } from "./create-ai.ts";
export { aiEnv, defaultAnalysisModel, defaultTranscriptionModel } from "./env.ts";
export type {
	ActionItem,
	Ai,
	AiUsage,
	Analysis,
	AnalyzeInput,
	AnalyzeResult,
	Chapter,
	Cue,
	SpeechSegment,
	TranscribeOptions,
	TranscribeProgress,
	TranscribeResult,
} from "./types.ts";
