import { describe, expect, test } from "vitest";
import { createRequestContext, requestIdFrom } from "./request-context.ts";
import type { ContentPolicy } from "./security-headers.ts";

const policy: ContentPolicy = {
	connect: ["https://bucket.example.com"],
	media: ["https://cdn.example.com"],
	images: ["https://cdn.example.com"],
	isDevelopment: false,
};
const page = { kind: "page", inboundRequestId: null, isSecure: false, policy } as const;

const directives = (value: string | undefined) =>
	new Map((value ?? "").split("; ").map((part) => [part.split(" ")[0], part.split(" ").slice(1)]));
const policyOf = (input: Parameters<typeof createRequestContext>[0]) =>
	directives(createRequestContext(input).responseHeaders["content-security-policy"]);

describe("request ids", () => {
	test("a well-formed id is kept", () => {
		expect(requestIdFrom("0193e5a2-trace.7")).toBe("0193e5a2-trace.7");
	});

	test.each([
		undefined,
		null,
		"",
		"short",
		"a b c d e f g h",
		"x\r\nset-cookie: a=b",
		"é".repeat(9),
	])("%j is replaced by a new one", (inbound) => {
		expect(requestIdFrom(inbound)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
	});

	test("an id of 129 characters is replaced", () => {
		expect(requestIdFrom("a".repeat(128))).toHaveLength(128);
		expect(requestIdFrom("a".repeat(129))).toHaveLength(36);
	});

	test("the handler and the answer carry the same id", () => {
		const context = createRequestContext(page);
		expect(context.requestHeaders["x-request-id"]).toBe(context.requestId);
		expect(context.responseHeaders["x-request-id"]).toBe(context.requestId);
	});
});

describe("security headers", () => {
	test.each(["page", "asset", "data"] as const)("%s carries the seed's headers", (kind) => {
		const { responseHeaders } = createRequestContext({ ...page, kind });
		expect(responseHeaders).toMatchObject({
			"x-frame-options": "DENY",
			"x-content-type-options": "nosniff",
			"referrer-policy": "strict-origin-when-cross-origin",
		});
		expect(responseHeaders["permissions-policy"]).toContain("camera=(self)");
	});

	test("strict transport is promised over https only", () => {
		const name = "strict-transport-security";
		expect(createRequestContext(page).responseHeaders[name]).toBeUndefined();
		expect(createRequestContext({ ...page, isSecure: true }).responseHeaders[name]).toBe(
			"max-age=31536000; includeSubDomains",
		);
	});
});

describe("a page's own path", () => {
	const pathOf = (path: string) =>
		createRequestContext({ ...page, path }).requestHeaders["x-nuclom-path"];

	test("is told to the page, without the mark of Next's navigation", () => {
		expect(pathOf("/acme/videos?q=a&_rsc=1x2&sort=new")).toBe("/acme/videos?q=a&sort=new");
		expect(pathOf("/acme?_rsc=1")).toBe("/acme");
	});
});

describe("content policy", () => {
	test("each page gets its own nonce, told to Next by the request's policy", () => {
		const one = createRequestContext(page);
		const two = createRequestContext(page);
		const nonce = one.requestHeaders["x-nonce"];
		expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
		expect(two.requestHeaders["x-nonce"]).not.toBe(nonce);
		const sent = one.requestHeaders["content-security-policy"];
		expect(sent).toBe(one.responseHeaders["content-security-policy"]);
		expect(directives(sent).get("script-src")).toEqual([
			"'self'",
			`'nonce-${nonce}'`,
			"'strict-dynamic'",
		]);
	});

	test("storage and CDN are allowed where they are needed, and nowhere else", () => {
		const found = policyOf(page);
		expect(found.get("connect-src")).toContain("https://bucket.example.com");
		expect(found.get("media-src")).toContain("https://cdn.example.com");
		expect(found.get("img-src")).not.toContain("https://bucket.example.com");
		expect(found.get("object-src")).toEqual(["'none'"]);
		expect(found.get("frame-ancestors")).toEqual(["'none'"]);
		expect(found.get("base-uri")).toEqual(["'none'"]);
	});

	test("eval and sockets are for development", () => {
		expect(policyOf(page).get("script-src")).not.toContain("'unsafe-eval'");
		const dev = policyOf({ ...page, policy: { ...policy, isDevelopment: true } });
		expect(dev.get("script-src")).toContain("'unsafe-eval'");
		expect(dev.get("connect-src")).toContain("ws:");
	});

	test("data may load nothing, and a built file leaves the page's policy alone", () => {
		expect(policyOf({ ...page, kind: "data" }).get("default-src")).toEqual(["'none'"]);
		const asset = createRequestContext({ ...page, kind: "asset" }).responseHeaders;
		expect(asset["content-security-policy"]).toBeUndefined();
	});
});
