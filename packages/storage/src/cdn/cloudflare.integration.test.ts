import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type CloudflareStandIn, startCloudflare } from "../../test/cloudflare-stand-in.ts";
import { type CloudflareConfig, createCloudflareCdn } from "../index.ts";

let api: CloudflareStandIn;
beforeAll(async () => {
	api = await startCloudflare();
});
afterAll(() => api?.[Symbol.asyncDispose]());
beforeEach(() => {
	api.purges.length = 0;
});

const probeUrl = "https://nuclom.example.com/nuclom-check/nothing";

function cdn(changed: Partial<CloudflareConfig> = {}) {
	const { token: apiToken, zoneId, apiUrl } = api;
	return createCloudflareCdn({ apiToken, zoneId, apiUrl, probeUrl, firstPauseMs: 5, ...changed });
}

const address = (number: number) => `https://cdn.example.com/${number}.jpg`;

describe("a purge", () => {
	it("names addresses, a hundred at a time, each once and without its fragment", async () => {
		const urls = Array.from({ length: 201 }, (_, index) => address(index));
		await cdn().purge({ urls: [...urls, address(0), `${address(1)}#top`] });
		const sizes = api.purges.map((body) => (body as { files: string[] }).files.length);
		expect(sizes).toEqual([100, 100, 1]);
		expect(api.purges.flatMap((body) => (body as { files: string[] }).files)).toEqual(urls);
	});

	it("names prefixes, thirty at a time, without scheme and last slash", async () => {
		const prefixes = Array.from({ length: 31 }, (_, index) => `cdn.example.com/${index}`);
		await cdn().purge({ prefixes: ["https://nuclom.example.com/", ...prefixes.slice(1)] });
		expect(api.purges).toEqual([
			{ prefixes: ["nuclom.example.com", ...prefixes.slice(1, 30)] },
			{ prefixes: [prefixes[30]] },
		]);
	});

	it("of everything is one order", async () => {
		await cdn().purge({ everything: true });
		expect(api.purges).toEqual([{ purge_everything: true }]);
	});

	it("of nothing asks nobody", async () => {
		const before = api.count();
		await cdn().purge({ urls: [] });
		expect(api.count()).toBe(before);
	});

	it.each([
		{ urls: ["/videos/poster.jpg"] },
		{ urls: ["ftp://cdn.example.com/a"] },
		{ urls: [address(1), "https:///a"] },
		{ prefixes: ["cdn.example.com/a?b=c"] },
		{ prefixes: ["ftp://cdn.example.com"] },
		{ prefixes: [""] },
	])("of %j is refused here, before anything is purged", async (target) => {
		const before = api.count();
		await expect(cdn().purge(target)).rejects.toMatchObject({ code: "INPUT_INVALID" });
		expect(api.count()).toBe(before);
	});

	it("is proved by purging an address that nothing is at", async () => {
		await cdn().check();
		expect(api.purges).toEqual([{ files: [probeUrl] }]);
	});
});

describe("an API in trouble", () => {
	it("that is busy is asked again when it said, not before", async () => {
		const before = api.count();
		api.fail({ kind: "busy", retryAfterSeconds: 1 });
		await cdn().purge({ everything: true });
		// One that came too early would have been refused once more.
		expect(api.count() - before).toBe(2);
		expect(api.purges).toHaveLength(1);
	});

	it.each([
		["answers 500", { kind: "status", status: 500 }],
		["answers with a web page", { kind: "status", status: 502, text: "<!doctype html>" }],
		["breaks the connection", { kind: "cut" }],
	] as const)("that %s is asked again", async (_, fault) => {
		api.fail(fault, fault);
		await cdn().purge({ everything: true });
		expect(api.purges).toHaveLength(1);
	});

	it("that stays so is given up after five times, and may be asked later", async () => {
		const before = api.count();
		api.fail(...Array.from({ length: 5 }, () => ({ kind: "status", status: 503 }) as const));
		await expect(cdn().purge({ everything: true })).rejects.toMatchObject({
			code: "CDN_UNAVAILABLE",
			isRetryable: true,
			data: { status: 503 },
		});
		expect(api.count() - before).toBe(5);
		expect(api.purges).toEqual([]);
	});

	it("that is not there is unavailable", async () => {
		await expect(cdn({ apiUrl: "http://127.0.0.1:1/client/v4" }).check()).rejects.toMatchObject({
			code: "CDN_UNAVAILABLE",
			hint: expect.stringContaining("CLOUDFLARE_API_URL"),
		});
	});
});

describe("a refusal names the setting, has Cloudflare's own code, and is not repeated", () => {
	it.each([
		["CLOUDFLARE_API_TOKEN", { apiToken: "wrong" }, 10_000],
		["CLOUDFLARE_ZONE_ID", { zoneId: "0".repeat(32) }, 7003],
	])("%s", async (setting, changed, cloudflareCode) => {
		const before = api.count();
		const failure = await cdn(changed)
			.check()
			.catch((error: unknown) => error);
		expect(failure).toMatchObject({
			code: "CDN_MISCONFIGURED",
			hint: expect.stringContaining(setting),
			data: { cloudflareCode },
		});
		expect(api.count() - before).toBe(1);
		expect(JSON.stringify(failure)).not.toContain("wrong");
	});

	it("even with status 200", async () => {
		const message = "The address is not in this zone";
		api.fail({ kind: "refusal", status: 200, code: 1134, message });
		await expect(cdn().check()).rejects.toMatchObject({
			code: "CDN_MISCONFIGURED",
			message: expect.stringContaining(`${message} (1134)`),
			data: { cloudflareCode: 1134, status: 200 },
		});
	});

	it("where something else answers", async () => {
		api.fail({ kind: "status", status: 200, text: "<!doctype html>" });
		await expect(cdn().check()).rejects.toMatchObject({
			code: "CDN_MISCONFIGURED",
			hint: expect.stringContaining("CLOUDFLARE_API_URL"),
		});
	});
});
