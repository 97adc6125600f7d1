import { describe, expect, it } from "vitest";
import { costMicroUsd } from "./pricing.ts";
import { sumUsage } from "./usage.ts";

describe("costMicroUsd", () => {
	it("counts audio by the minute", () => {
		expect(costMicroUsd("gpt-transcribe", { audioMs: 3_600_000 })).toBe(270_000);
		expect(costMicroUsd("gpt-transcribe", { audioMs: 1_000 })).toBe(75);
	});

	it("counts tokens, and cached input at its own price", () => {
		const tokens = { inputTokens: 10_000, cachedInputTokens: 4_000, outputTokens: 1_000 };
		expect(costMicroUsd("gpt-6.1-terra", tokens)).toBe(6_000 + 200 + 5_000);
		expect(costMicroUsd("gpt-6.1-terra-2026-10-26", tokens)).toBe(11_200);
	});

	it.each(["whisper-large-v3", "gpt-7", "constructor", ""])(
		"does not know the price of %j",
		(model) => {
			expect(costMicroUsd(model, { inputTokens: 10, audioMs: 10 })).toBeNull();
		},
	);

	it("is unknown when the server reports nothing that is billed", () => {
		expect(costMicroUsd("gpt-6.1-terra", {})).toBeNull();
	});
});

describe("sumUsage", () => {
	it("sums requests and leaves out what nobody reported", () => {
		expect(sumUsage("gpt-transcribe", [{ audioMs: 60_000 }, { audioMs: 30_000 }], 900)).toEqual({
			model: "gpt-transcribe",
			audioMs: 90_000,
			costMicroUsd: 6_750,
			requestCount: 2,
			durationMs: 900,
		});
	});

	it("is of unknown cost when one request is", () => {
		const usage = sumUsage("gpt-6-luna", [{ inputTokens: 5, outputTokens: 5 }, {}], 0);
		expect(usage.costMicroUsd).toBeNull();
		expect(usage.inputTokens).toBe(5);
	});

	it("costs nothing without a request", () => {
		expect(sumUsage("any", [], 0)).toEqual({
			model: "any",
			costMicroUsd: 0,
			requestCount: 0,
			durationMs: 0,
		});
	});
});
