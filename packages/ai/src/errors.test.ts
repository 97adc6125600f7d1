import { APIConnectionError, APIError } from "openai";
import { describe, expect, it } from "vitest";
import { readRetryAfterMs, toAppError } from "./errors.ts";

const request = {
	purpose: "analysis",
	apiKey: "sk-secret",
	nowMs: Date.parse("2026-11-23T00:00:00Z"),
} as const;
const answer = (status: number, body: object = {}, headers: Record<string, string> = {}) =>
	toAppError(APIError.generate(status, { error: body }, undefined, new Headers(headers)), request);

describe("toAppError", () => {
	it.each([
		[400, "AI_REFUSED", false],
		[401, "AI_NOT_CONFIGURED", false],
		[403, "AI_NOT_CONFIGURED", false],
		[404, "AI_NOT_CONFIGURED", false],
		[408, "AI_UNAVAILABLE", true],
		[413, "AI_REFUSED", false],
		[429, "AI_RATE_LIMITED", true],
		[500, "AI_UNAVAILABLE", true],
		[503, "AI_UNAVAILABLE", true],
	])("maps %d to %s", (status, code, isRetryable) => {
		expect(answer(status)).toMatchObject({ code, isRetryable });
	});

	it("names the variable, never the key", () => {
		const error = answer(401, { message: "Incorrect API key provided: sk-secret" });
		expect(error.hint).toContain("OPENAI_API_KEY");
		const cause = error.cause as Error;
		expect(`${error.message}${error.hint}${cause.message}${cause.stack}`).not.toContain(
			"sk-secret",
		);
		expect(cause.message).toContain("[key]");
		expect(answer(404).hint).toContain("OPENAI_ANALYSIS_MODEL");
	});

	it("says how long to wait", () => {
		expect(answer(429, {}, { "retry-after": "12" }).data).toEqual({ retryAfterMs: 12_000 });
	});

	it("does not try again when the account has no credit", () => {
		const error = answer(429, { code: "insufficient_quota" });
		expect(error).toMatchObject({ code: "AI_RATE_LIMITED", isRetryable: false });
	});

	it("keeps what the network said as the cause of the cause", () => {
		const refused = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
		const error = toAppError(new APIConnectionError({ cause: refused }), request);
		expect(error.code).toBe("AI_UNAVAILABLE");
		expect(((error.cause as Error).cause as Error).message).toBe("connect ECONNREFUSED");
	});
});

describe("readRetryAfterMs", () => {
	it.each([
		[{}, undefined],
		[{ "retry-after": "2" }, 2_000],
		[{ "retry-after": "0.5" }, 500],
		[{ "retry-after": "Mon, 23 Nov 2026 00:01:00 GMT" }, 60_000],
		[{ "retry-after": "Sun, 22 Nov 2026 00:01:00 GMT" }, 0],
		[{ "retry-after": "soon" }, undefined],
		[{ "retry-after-ms": "1500", "retry-after": "9" }, 1_500],
	])("reads %j as %s", (headers, expected) => {
		expect(readRetryAfterMs(new Headers(headers as Record<string, string>), request.nowMs)).toBe(
			expected,
		);
	});
});
