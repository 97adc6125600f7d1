import { silentLogger, systemClock } from "@nuclom/core";
import { analyze } from "./analysis/analyze.ts";
import { defaultPromptCharacters } from "./analysis/chunk-cues.ts";
import { check } from "./check.ts";
import { createClient } from "./client.ts";
import type { AiContext } from "./context.ts";
import type { AiConfig } from "./create-ai.ts";
import { transcribe } from "./transcription/transcribe.ts";
import type { Ai } from "./types.ts";

/** Everything that needs the SDK; loaded at the first call. */
export function openService(config: AiConfig): Omit<Ai, "isConfigured"> {
	const { apiKey, baseUrl, models, maxRetries = 2, timeoutMs = 240_000 } = config;
	const context: AiContext = {
		client: createClient({ apiKey, baseUrl, maxRetries, timeoutMs }),
		apiKey,
		models,
		clock: config.clock ?? systemClock,
		logger: config.logger ?? silentLogger,
		concurrency: config.concurrency ?? 4,
		maxPromptCharacters: config.maxPromptCharacters ?? defaultPromptCharacters,
	};
	return {
		transcribe: (segments, options) => transcribe(context, segments, options),
		analyze: (input, options) => analyze(context, input, options),
		check: () => check(context),
	};
}
