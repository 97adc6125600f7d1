/** A line of speech with its time in the video. `text` is plain text, at most 84 characters long. */
export interface Cue {
	readonly startMs: number;
	readonly endMs: number;
	readonly text: string;
}

/** An audio file that holds the speech of one stretch of the video. */
export interface SpeechSegment {
	/** Path of the audio file; at most 25 MB. */
	readonly file: string;
	readonly startMs: number;
	readonly endMs: number;
}

/** What one call of this package used, summed over its requests. */
export interface AiUsage {
	readonly model: string;
	readonly inputTokens?: number;
	readonly outputTokens?: number;
	readonly audioMs?: number;
	/** Millionths of a US dollar at list price; null when the model's price is not known. */
	readonly costMicroUsd: number | null;
	/** Answered requests, not counting the ones the SDK tried again. */
	readonly requestCount: number;
	readonly durationMs: number;
}

export interface TranscribeOptions {
	/** ISO 639-1 code of the speech, when known. */
	readonly language?: string;
	readonly signal?: AbortSignal;
	/** Called after each segment, in order of completion. */
	readonly onProgress?: (progress: TranscribeProgress) => void;
}

export interface TranscribeProgress {
	readonly completedSegments: number;
	readonly totalSegments: number;
}

export interface TranscribeResult {
	readonly cues: Cue[];
	/** The code that the service detected (or was told), by share of speech. */
	readonly language?: string;
	readonly usage: AiUsage;
}

export interface AnalyzeInput {
	readonly title: string;
	readonly durationMs: number;
	/** In order of time. */
	readonly cues: readonly Cue[];
}

export interface Chapter {
	readonly startMs: number;
	readonly title: string;
	readonly summary?: string;
}

export interface ActionItem {
	readonly startMs: number;
	readonly text: string;
	readonly assignee: string | null;
}

export interface Analysis {
	readonly summary: string;
	readonly chapters: Chapter[];
	readonly actionItems: ActionItem[];
}

export interface AnalyzeResult extends Analysis {
	readonly usage: AiUsage;
}

export interface Ai {
	/** False when there is neither a key nor another server's address: every call then throws AI_NOT_CONFIGURED. */
	readonly isConfigured: boolean;
	/**
	 * Turns speech into timed cues: in order, never overlapping, each inside its segment.
	 * @throws AppError AI_NOT_CONFIGURED, AI_RATE_LIMITED, AI_UNAVAILABLE, AI_REFUSED, AI_OUTPUT_INVALID,
	 * INPUT_INVALID (a segment without duration), PAYLOAD_TOO_LARGE (a file over 25 MB); the signal's reason when aborted
	 */
	transcribe(
		segments: readonly SpeechSegment[],
		options?: TranscribeOptions,
	): Promise<TranscribeResult>;
	/**
	 * Writes a summary, chapters and action items from a transcript. Every time is the start of a cue.
	 * A transcript without words gives an empty analysis and makes no request.
	 * @throws AppError AI_NOT_CONFIGURED, AI_RATE_LIMITED, AI_UNAVAILABLE, AI_REFUSED, AI_OUTPUT_INVALID;
	 * the signal's reason when aborted
	 */
	analyze(input: AnalyzeInput, options?: { readonly signal?: AbortSignal }): Promise<AnalyzeResult>;
	/**
	 * Asks the server for its models: is it there, is the key good, does it know both configured models?
	 * Costs no tokens and is never tried twice.
	 * @throws AppError AI_NOT_CONFIGURED, AI_RATE_LIMITED, AI_UNAVAILABLE
	 */
	check(): Promise<void>;
}
