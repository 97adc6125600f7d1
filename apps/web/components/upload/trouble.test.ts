import { ORPCError } from "@orpc/client";
import { describe, expect, it } from "vitest";
import { checkFile } from "./check-file.ts";
import { describeTrouble, FileUnreadableError, isTransient, PartError } from "./trouble.ts";

const apiError = (code: string, status: number, hint?: string) =>
	new ORPCError(code, { status, message: `${code} happened.`, data: { hint, requestId: "r-1" } });

describe("describeTrouble", () => {
	it("says where the connection dropped and what is kept", () => {
		expect(describeTrouble(new PartError(0), 62)).toMatchObject({
			what: "The connection dropped at 62 %.",
			safe: "Everything sent so far is kept.",
			canResume: true,
		});
	});

	it("does not claim to keep what was never sent", () => {
		const trouble = describeTrouble(new TypeError("Failed to fetch"), 0);
		expect(trouble.what).toBe("The connection dropped.");
		expect(trouble.safe).toBeUndefined();
	});

	it.each([
		[new PartError(507), /storage is full/],
		[new PartError(503), /could not take more/],
		[new PartError(400), /refused a part at 40 % \(HTTP 400\)/],
		[apiError("STORAGE_UNAVAILABLE", 503), /could not take more/],
	])("offers to resume after %s", (error, words) => {
		const trouble = describeTrouble(error, 40);
		expect(trouble.what).toMatch(words);
		expect(trouble.canResume).toBe(true);
	});

	it("hands on what the server says about a refusal", () => {
		const trouble = describeTrouble(apiError("UPLOAD_TOO_LARGE", 413, "Export it smaller."), 0);
		expect(trouble).toEqual({
			what: "UPLOAD_TOO_LARGE happened.",
			next: "Export it smaller.",
			canResume: false,
			requestId: "r-1",
		});
	});

	it("lets somebody sign in again and go on", () => {
		expect(describeTrouble(apiError("UNAUTHENTICATED", 401), 10).canResume).toBe(true);
	});

	it("sends missing parts when the server misses some", () => {
		expect(describeTrouble(apiError("UPLOAD_PARTS_MISSING", 409), 90).canResume).toBe(true);
	});

	it("does not offer to resume what is gone", () => {
		expect(describeTrouble(apiError("UPLOAD_NOT_FOUND", 404), 10).canResume).toBe(false);
		expect(describeTrouble(new FileUnreadableError(), 10).canResume).toBe(false);
	});
});

describe("isTransient", () => {
	it.each([
		[new PartError(0), true],
		[new PartError(503), true],
		[new PartError(429), true],
		[new PartError(403), false],
		[new TypeError("Failed to fetch"), true],
		[new FileUnreadableError(), false],
		[apiError("DATABASE_UNAVAILABLE", 503), true],
		[apiError("UPLOAD_NOT_FOUND", 404), false],
	])("%s: %s", (error, expected) => {
		expect(isTransient(error)).toBe(expected);
	});
});

describe("checkFile", () => {
	it("accepts an ordinary file", () => {
		expect(checkFile({ name: "a.mp4", size: 10 }, 10)).toBeNull();
	});
	it("refuses an empty one", () => {
		expect(checkFile({ name: "a.mp4", size: 0 }, 10)?.what).toBe("This file is empty.");
	});
	it("names size and limit of one that is too large", () => {
		expect(checkFile({ name: "a.mp4", size: 3 * 1024 ** 3 }, 2 * 1024 ** 3)?.what).toBe(
			"This file has 3 GiB; the limit is 2 GiB.",
		);
	});
});
