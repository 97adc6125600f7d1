import { type Consumption, costMicroUsd } from "./pricing.ts";
import type { AiUsage } from "./types.ts";

/** Sums what each answered request used. A kind of unit that no request reported is left out. */
export function sumUsage(
	model: string,
	requests: readonly Consumption[],
	durationMs: number,
): AiUsage {
	const inputTokens = sum(requests.map((request) => request.inputTokens));
	const outputTokens = sum(requests.map((request) => request.outputTokens));
	const audioMs = sum(requests.map((request) => request.audioMs));
	return {
		model,
		...(inputTokens === undefined ? {} : { inputTokens }),
		...(outputTokens === undefined ? {} : { outputTokens }),
		...(audioMs === undefined ? {} : { audioMs }),
		costMicroUsd: sumCosts(requests.map((request) => costMicroUsd(model, request))),
		requestCount: requests.length,
		durationMs,
	};
}

function sum(values: ReadonlyArray<number | undefined>): number | undefined {
	return values.reduce<number | undefined>(
		(total, value) => (value === undefined ? total : (total ?? 0) + value),
		undefined,
	);
}

/** One request of unknown cost makes the whole unknown; no request costs nothing. */
function sumCosts(costs: ReadonlyArray<number | null>): number | null {
	return costs.reduce<number | null>(
		(total, cost) => (total === null || cost === null ? null : total + cost),
		0,
	);
}
