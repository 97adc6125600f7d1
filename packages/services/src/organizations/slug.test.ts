import { describe, expect, it } from "vitest";
import { slugSchema } from "./schemas.ts";
import { isReservedSlug, slugFromName, slugPattern } from "./slug.ts";

describe("slugFromName", () => {
	it.each([
		["Acme", "acme"],
		["Café Über GmbH", "cafe-uber-gmbh"],
		["  --Hello,   World!--  ", "hello-world"],
		["日本語", "team"],
		["🎬", "team"],
		["API", "api-team"],
		["x".repeat(100), "x".repeat(40)],
	])("%s → %s", (name, slug) => {
		expect(slugFromName(name)).toBe(slug);
		expect(slug).toMatch(slugPattern);
		expect(isReservedSlug(slug)).toBe(false);
	});
});

describe("slugSchema", () => {
	it.each(["a", "-a", "a-", "a--b", "A", "a b", "../etc", "api", "x".repeat(49), "a\u0000b"])(
		"refuses %j",
		(slug) => {
			expect(slugSchema.safeParse(slug).success).toBe(false);
		},
	);
});
