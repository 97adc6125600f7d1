import { AppError, type Clock, type Logger } from "@nuclom/core";
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

/**
 * The AI of the product. Makes no request until it is asked to, and loads the SDK (half a second,
 * 30 MB) only then: most processes never ask.
 */
export function createAi(config: AiConfig): Ai {
	const isConfigured = config.apiKey !== undefined || config.baseUrl !== undefined;
	let opening: Promise<Omit<Ai, "isConfigured">> | undefined;
	const service = async (): Promise<Omit<Ai, "isConfigured">> => {
		if (!isConfigured) {
			throw new AppError("AI_NOT_CONFIGURED", "No AI service is configured.", {
				hint: "Set OPENAI_API_KEY, or OPENAI_BASE_URL for a server without keys.",
			});
		}
		opening ??= import("./service.ts").then(({ openService }) => openService(config));
		return await opening;
	};
	return {
		isConfigured,
		transcribe: async (segments, options) => await (await service()).transcribe(segments, options),
		analyze: async (input, options) => await (await service()).analyze(input, options),
		check: async () => await (await service()).check(),
	};
}
