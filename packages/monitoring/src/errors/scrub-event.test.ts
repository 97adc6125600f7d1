import { AppError } from "@nuclom/core";
import { describe, expect, it } from "vitest";
import { scrubEvent } from "./scrub-event.ts";
import { shouldReport } from "./should-report.ts";

describe("scrubEvent", () => {
	it("keeps the error, and nothing that is secret or personal", () => {
		const event = scrubEvent({
			type: undefined,
			server_name: "host-7",
			breadcrumbs: [{ message: "fetch ?token=abc" }],
			exception: {
				values: [{ type: "Error", value: "no row for ana@example.com at postgres://u:pw@h/d" }],
			},
			request: {
				method: "POST",
				url: "https://nuclom.example/reset?token=abc",
				query_string: "token=abc",
				cookies: { session: "abc" },
				headers: { authorization: "Bearer abc" },
				data: "password=abc",
			},
			user: { id: "u1", email: "ana@example.com", ip_address: "10.0.0.1", username: "ana" },
			extra: { accessToken: "abc", note: "see /f?X-Amz-Signature=abc" },
		});
		expect(event.exception?.values?.[0]?.value).toBe(
			"no row for [e-mail] at postgres://u:[redacted]@h/d",
		);
		expect(event.request).toEqual({ method: "POST", url: "https://nuclom.example/reset" });
		expect(event.user).toEqual({ id: "u1" });
		expect(JSON.stringify(event)).not.toMatch(/abc|ana@|10\.0\.0\.1|host-7/);
	});
});

describe("shouldReport", () => {
	it.each([
		[new Error("defect"), true],
		["a thrown string", true],
		[new AppError("INTERNAL", "x"), true],
		[new AppError("DATABASE_UNAVAILABLE", "x"), true],
		[new AppError("VIDEO_NOT_FOUND", "x"), false],
		[new AppError("RATE_LIMITED", "x"), false],
		[new DOMException("aborted", "AbortError"), false],
	])("%s: %s", (error, expected) => {
		expect(shouldReport(error)).toBe(expected);
	});
});
