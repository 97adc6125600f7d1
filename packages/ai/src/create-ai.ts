import { type Clock, type Logger, silentLogger, systemClock } from "@nuclom/core";
import { analyze } from "./analysis/analyze.ts";
import { defaultPromptCharacters } from "./analysis/chunk-cues.ts";
import { check } from "./check.ts";
import { createClient } from "./client.ts";
import type { AiContext } from "./context.ts";
import { transcribe } from "./transcription/transcribe.ts";
import type { Ai } from "./types.ts";

export interface AiConfig {
	readonly apiKey?: string | undefined;
	/** Any OpenAI-compatible server, with its version (…/v1). Default: OpenAI's own. */
	readonly baseUrl?: string | undefined;
	readonly models: { readonly transcription: string; readonly analysis: string };
	readonly clock?: Clock;
	readonly logger?: Logger;
	/** How often the SDK asks again after 408, 409, 429, 5xx or a lost connection. Default 2. */
	readonly maxRetries?: number;
	/** For one try of one request. Default 4 minutes: Node's fetch gives up at five. */
	readonly timeoutMs?: number;
	/** Requests in flight at once, per call. Default 4. */
	readonly concurrency?: number;
	/** The longest transcript that one request reads; longer ones are read in parts. Default 60,000. */
	readonly maxPromptCharacters?: number;
}

/** The AI of the product. Makes no request until it is asked to. */
export function createAi(config: AiConfig): Ai {
	const { apiKey, baseUrl, models, maxRetries = 2, timeoutMs = 240_000 } = config;
	const isConfigured = apiKey !== undefined || baseUrl !== undefined;
	const context: AiContext = {
		client: isConfigured ? createClient({ apiKey, baseUrl, maxRetries, timeoutMs }) : undefined,
		apiKey,
		models,
		clock: config.clock ?? systemClock,
		logger: config.logger ?? silentLogger,
		concurrency: config.concurrency ?? 4,
		maxPromptCharacters: config.maxPromptCharacters ?? defaultPromptCharacters,
	};
	return {
		isConfigured,
		transcribe: (segments, options) => transcribe(context, segments, options),
		analyze: (input, options) => analyze(context, input, options),
		check: () => check(context),
	};
}
