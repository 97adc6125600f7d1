import type { Clock, Logger } from "@nuclom/core";
import type OpenAI from "openai";
import { type Purpose, toAppError } from "./errors.ts";

/** What every call of this package shares. */
export interface AiContext {
	readonly client: OpenAI;
	readonly apiKey: string | undefined;
	readonly models: { readonly transcription: string; readonly analysis: string };
	readonly clock: Clock;
	readonly logger: Logger;
	/** Requests in flight at once, per call. */
	readonly concurrency: number;
	/** The longest transcript, in characters, that one request reads. */
	readonly maxPromptCharacters: number;
}

/** Makes one request; whatever goes wrong comes back as an AppError, or as the signal's reason. */
export async function ask<T>(
	context: AiContext,
	purpose: Purpose,
	signal: AbortSignal | undefined,
	request: (client: OpenAI) => Promise<T>,
): Promise<T> {
	signal?.throwIfAborted();
	try {
		return await request(context.client);
	} catch (error) {
		signal?.throwIfAborted();
		const appError = toAppError(error, {
			purpose,
			apiKey: context.apiKey,
			nowMs: context.clock.now().getTime(),
		});
		context.logger.warn({ purpose, code: appError.code, error: appError }, "AI request failed");
		throw appError;
	}
}
