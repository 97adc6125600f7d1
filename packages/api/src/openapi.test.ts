import { describe, expect, it } from "vitest";
import { openApiDocument } from "./openapi.ts";

type Operation = { operationId?: string; security?: unknown[]; responses?: object };

async function operations() {
	const document = await openApiDocument();
	return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
		Object.entries(item ?? {}).map(([method, operation]) => ({
			path,
			method,
			...(operation as Operation),
		})),
	);
}

describe("the OpenAPI document", () => {
	it("is 3.1 and lists every operation once, by entity and verb", async () => {
		const document = await openApiDocument();
		expect(document.openapi).toMatch(/^3\.1/);
		const ids = (await operations()).map((operation) => operation.operationId);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids).toContain("videos.list");
		for (const id of ids) expect(id).toMatch(/^[a-z][a-zA-Z]*\.[a-z][a-zA-Z]*$/);
	});

	it("declares on every operation who may call it, and opens only two", async () => {
		const all = await operations();
		for (const { operationId, security } of all) {
			expect([operationId, Array.isArray(security)]).toEqual([operationId, true]);
		}
		const open = all.filter(({ security }) => security?.length === 0);
		expect(open.map(({ operationId }) => operationId).sort()).toEqual([
			"configuration.get",
			"invites.preview",
		]);
	});

	it("keeps to /v1, but for the one path that the seed names", async () => {
		const outside = (await operations()).filter(({ path }) => !path.startsWith("/v1/"));
		expect(outside.map(({ path, method }) => [method, path])).toEqual([["post", "/ai/analyze"]]);
	});
});
