import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LocalUnderTest, startLocal } from "../../test/local-under-test.ts";
import { sendRaw } from "../../test/raw-request.ts";

let local: LocalUnderTest;
let address: string;
let etag: string;
let lastModified: string;
beforeAll(async () => {
	local = await startLocal();
	await store("a/digits.txt", "0123456789");
	address = await sign("a/digits.txt");
	const { headers } = await fetch(address, { method: "HEAD" });
	etag = headers.get("etag") ?? "";
	lastModified = headers.get("last-modified") ?? "";
});
afterAll(() => local.close());

async function store(key: string, content: string | Buffer, more = {}) {
	const bytes = Buffer.from(content);
	const options = { contentType: "text/plain", sizeBytes: bytes.length, ...more };
	return local.storage.put(key, bytes, options);
}

async function sign(key: string, options = {}): Promise<string> {
	return (await local.storage.signGet(key, { expiresInMs: 60_000, ...options })).url;
}

const get = (headers: Record<string, string>, method = "GET") =>
	fetch(address, { method, headers });

describe("reading over HTTP", () => {
	it("answers with everything a browser needs, and nothing it could run", async () => {
		const { status, headers } = await get({});
		expect(status).toBe(200);
		expect(Object.fromEntries(headers)).toMatchObject({
			"content-type": "text/plain",
			"content-length": "10",
			"accept-ranges": "bytes",
			"x-content-type-options": "nosniff",
			"cache-control": expect.stringMatching(/^private, max-age=(59|60)$/),
			"content-security-policy": expect.stringMatching(/^default-src 'none'.*; sandbox$/),
		});
		expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
		expect(new Date(lastModified).toUTCString()).toBe(lastModified);
	});

	it("tells by HEAD what GET would bring, without a body", async () => {
		const response = await get({ range: "bytes=2-3" }, "HEAD");
		expect(response.status).toBe(200);
		expect(response.headers.get("content-length")).toBe("10");
		expect(response.headers.get("content-range")).toBeNull();
		expect(await response.text()).toBe("");
	});

	it.each([
		["bytes=2-4", "234", "bytes 2-4/10"],
		["bytes=7-", "789", "bytes 7-9/10"],
		["bytes=-2", "89", "bytes 8-9/10"],
		["bytes=-100", "0123456789", "bytes 0-9/10"],
		["bytes=8-100", "89", "bytes 8-9/10"],
	])("answers %s", async (range, content, contentRange) => {
		const response = await get({ range });
		expect(response.status).toBe(206);
		expect(await response.text()).toBe(content);
		expect(response.headers.get("content-range")).toBe(contentRange);
		expect(response.headers.get("content-length")).toBe(String(content.length));
	});

	it.each(["bytes=0-1,5-6", "bytes=5-2", "lines=1-2"])(
		"answers %s with the whole",
		async (range) => {
			const response = await get({ range });
			expect([response.status, await response.text()]).toEqual([200, "0123456789"]);
		},
	);

	it.each(["bytes=10-", "bytes=-0"])("answers %s with 416 and the size", async (range) => {
		const response = await get({ range });
		expect(response.status).toBe(416);
		expect(response.headers.get("content-range")).toBe("bytes */10");
		expect(await response.json()).toMatchObject({ code: "STORAGE_RANGE_INVALID" });
	});

	it("answers 304 to whoever has it, with the validators again", async () => {
		const validators: Record<string, string>[] = [
			{ "if-none-match": etag },
			{ "if-modified-since": lastModified },
		];
		for (const headers of validators) {
			for (const method of ["GET", "HEAD"]) {
				const response = await get(headers, method);
				expect([response.status, await response.text()]).toEqual([304, ""]);
				expect(response.headers.get("etag")).toBe(etag);
				expect(response.headers.get("content-length")).toBeNull();
			}
		}
		expect((await get({ "if-none-match": '"other"' })).status).toBe(200);
	});

	it("continues only what has not changed", async () => {
		const range = "bytes=5-";
		expect((await get({ range, "if-range": etag })).status).toBe(206);
		expect((await get({ range, "if-range": lastModified })).status).toBe(206);
		const changed = await get({ range, "if-range": '"other"' });
		expect([changed.status, await changed.text()]).toEqual([200, "0123456789"]);
	});

	it("serves an empty object", async () => {
		await store("a/empty", "");
		const response = await fetch(await sign("a/empty"));
		expect([response.status, await response.text()]).toEqual([200, ""]);
		expect(response.headers.get("content-length")).toBe("0");
	});

	it("keeps what an object says of caching, but never lets others cache it", async () => {
		const cacheOf = async (cacheControl: string) => {
			await store("a/cached", "x", { cacheControl });
			return (await fetch(await sign("a/cached"))).headers.get("cache-control");
		};
		expect(await cacheOf("public, max-age=31536000, immutable")).toBe(
			"private, max-age=31536000, immutable",
		);
		expect(await cacheOf("max-age=5, s-maxage=9")).toBe("private, max-age=5");
		expect(await cacheOf("no-store")).toBe("private, no-store");
		expect(await cacheOf("public")).toMatch(/^private, max-age=\d+$/);
	});

	it("names errors with their code and the request", async () => {
		const expired = local.again({ now: () => new Date(Date.now() - 120_000) });
		const { url } = await expired.signGet("a/digits.txt", { expiresInMs: 60_000 });
		const codes = [
			[url, 403, "STORAGE_URL_EXPIRED"],
			[address.replace(/signature=./, "signature=-"), 403, "STORAGE_SIGNATURE_INVALID"],
			[await sign("a/absent"), 404, "STORAGE_OBJECT_NOT_FOUND"],
		] as const;
		for (const [at, status, code] of codes) {
			const response = await fetch(at);
			expect(response.status).toBe(status);
			expect(response.headers.get("cache-control")).toBe("no-store");
			expect(response.headers.get("x-content-type-options")).toBe("nosniff");
			expect(await response.json()).toMatchObject({ code, data: { requestId: "request-1" } });
			const head = await fetch(at, { method: "HEAD" });
			expect([head.status, await head.text()]).toEqual([status, ""]);
		}
	});

	it("brings every byte of a large object to many readers at once", async () => {
		const bytes = randomBytes(9 * 1024 * 1024 + 7);
		await store("a/large", bytes);
		const url = await sign("a/large");
		const reads = Array.from({ length: 48 }, async (_, index) => {
			const start = index * 190_001;
			const end = Math.min(bytes.length - 1, start + 1_500_000);
			const response = await fetch(url, { headers: { range: `bytes=${start}-${end}` } });
			const found = Buffer.from(await response.arrayBuffer());
			return found.equals(bytes.subarray(start, end + 1));
		});
		expect(await Promise.all(reads)).toEqual(reads.map(() => true));
		const whole = Buffer.from(await (await fetch(url)).arrayBuffer());
		expect(whole.equals(bytes)).toBe(true);
	});

	it("stops serving what was deleted or replaced, although it was just open", async () => {
		await store("a/changing", "first");
		const url = await sign("a/changing");
		expect(await (await fetch(url)).text()).toBe("first");
		await store("a/changing", "second");
		expect(await (await fetch(url)).text()).toBe("second");
		await local.storage.delete(["a/changing"]);
		expect((await fetch(url)).status).toBe(404);
	});

	it("leaves other addresses to others", async () => {
		for (const path of ["/", "/storage", "/storages/a", "/api/storage/a", "/x?/storage/a"]) {
			expect((await sendRaw(local.origin, { path })).status).toBe(418);
		}
	});

	it.each(["DELETE", "POST", "OPTIONS", "PATCH"])("does not know %s", async (method) => {
		const response = await get({}, method);
		expect(response.status).toBe(405);
		expect(response.headers.get("allow")).toBe("GET, HEAD, PUT");
	});
});
