/**
 * OpenAI's list prices in US dollars, standard processing, read on 2026-11-23 from the stored copy
 * of https://developers.openai.com/api/docs/pricing and the pages of the models (gpt-transcribe,
 * gpt-6.1-terra), and from release notes that quote that page (the others).
 * Requests over 272,000 input tokens cost more; ours stay far below (see analysis/chunk-cues.ts).
 * A model that is not here has no known cost, whatever server answers.
 */
const usdPerMillionTokens: Readonly<Record<string, TokenPrice>> = {
	"gpt-6-astra": { input: 10, cachedInput: 1, output: 50 },
	"gpt-6.1-sol": { input: 2, output: 10 },
	"gpt-6.1-terra": { input: 1, cachedInput: 0.05, output: 5 },
	"gpt-6-sol": { input: 2, cachedInput: 0.2, output: 10 },
	"gpt-6-luna": { input: 0.1, cachedInput: 0.01, output: 0.5 },
	"gpt-5.6-sol": { input: 5, cachedInput: 0.5, output: 30 },
	"gpt-5.6-terra": { input: 2, cachedInput: 0.2, output: 12 },
	"gpt-5.6-luna": { input: 0.2, cachedInput: 0.02, output: 1.2 },
};

const usdPerAudioMinute: Readonly<Record<string, number>> = {
	"gpt-transcribe": 0.0045,
};

interface TokenPrice {
	readonly input: number;
	/** Price of input that was in the cache; where unknown, the full price is counted. */
	readonly cachedInput?: number;
	readonly output: number;
}

export interface Consumption {
	readonly inputTokens?: number;
	/** Part of inputTokens. */
	readonly cachedInputTokens?: number;
	readonly outputTokens?: number;
	readonly audioMs?: number;
}

/** Millionths of a US dollar, a whole number; null when the model has no known price. */
export function costMicroUsd(model: string, consumption: Consumption): number | null {
	const perMinute = lookUp(usdPerAudioMinute, model);
	if (perMinute !== undefined && consumption.audioMs !== undefined) {
		return Math.round((consumption.audioMs / 60_000) * perMinute * 1_000_000);
	}
	const price = lookUp(usdPerMillionTokens, model);
	if (price === undefined || consumption.inputTokens === undefined) {
		return null;
	}
	// A dollar per million tokens is a millionth of a dollar per token.
	const cached = consumption.cachedInputTokens ?? 0;
	return Math.round(
		(consumption.inputTokens - cached) * price.input +
			cached * (price.cachedInput ?? price.input) +
			(consumption.outputTokens ?? 0) * price.output,
	);
}

/** "gpt-5.6-luna-2026-07-09" costs what "gpt-5.6-luna" costs. */
function lookUp<T>(table: Readonly<Record<string, T>>, model: string): T | undefined {
	const family = model.replace(/-\d{4}-\d{2}-\d{2}$/, "");
	return Object.hasOwn(table, family) ? table[family] : undefined;
}
