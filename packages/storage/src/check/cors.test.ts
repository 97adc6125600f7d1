import { describe, expect, it } from "vitest";
import { assertPreflight, assertReadable } from "./cors.ts";

const origin = "https://nuclom.example.com";
const allowed = {
	"access-control-allow-origin": origin,
	"access-control-allow-methods": "GET, PUT",
	"access-control-allow-headers": "Content-MD5, Content-Type",
};
const answer = (headers: Record<string, string>, status = 204) =>
	new Response(null, { status, headers });

describe("a preflight is read as a browser reads it", () => {
	it.each([
		["exact names", allowed],
		["any of everything", Object.fromEntries(Object.keys(allowed).map((name) => [name, "*"]))],
	])("%s pass", (_, headers) => {
		expect(() => assertPreflight(answer(headers), origin)).not.toThrow();
	});

	it.each([
		["AllowedOrigins", { ...allowed, "access-control-allow-origin": "https://other.example" }],
		["AllowedMethods", { ...allowed, "access-control-allow-methods": "GET, HEAD" }],
		[
			"content-md5 to AllowedHeaders",
			{ ...allowed, "access-control-allow-headers": "content-type" },
		],
		[
			"content-type to AllowedHeaders",
			{ ...allowed, "access-control-allow-headers": "content-md5" },
		],
	])("%s is named when it lacks", (setting, headers) => {
		expect(() => assertPreflight(answer(headers), origin)).toThrow(
			expect.objectContaining({
				code: "STORAGE_MISCONFIGURED",
				hint: expect.stringContaining(setting),
			}),
		);
	});

	it("an error with all headers is none the less an error", () => {
		expect(() => assertPreflight(answer(allowed, 403), origin)).toThrow("403");
	});
});

it("an answer's headers are readable when they are exposed", () => {
	const headers = (exposed: string) =>
		new Headers({ ...allowed, "access-control-expose-headers": exposed });
	expect(() => assertReadable(headers("etag, x"), origin, ["ETag"])).not.toThrow();
	expect(() => assertReadable(headers("*"), origin, ["ETag"])).not.toThrow();
	expect(() => assertReadable(headers("x"), origin, ["ETag"])).toThrow("ETag");
	expect(() => assertReadable(headers("*"), "https://other.example", ["ETag"])).toThrow(
		"not let in",
	);
});
