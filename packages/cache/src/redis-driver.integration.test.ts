import type { Logger } from "@nuclom/core";
import { startFaultProxy, startRedis, type TestRedis } from "@nuclom/testing";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { describeCache } from "../test/cache-contract.ts";
import { type Cache, createCache } from "./index.ts";

let redis: TestRedis;
let count = 0;
beforeAll(async () => {
	redis = await startRedis();
});
afterAll(() => redis.close());

const soon = { timeout: 20_000, interval: 50 };

describeCache("on Redis", async () => {
	const prefix = `contract-${++count}:`;
	const open = () => createCache({ url: redis.url, prefix });
	return { cache: open(), other: open() };
});

describe("with Redis gone", () => {
	let cache: Cache;
	let logs: string[];

	beforeEach(async () => {
		await redis.restart();
		logs = [];
		cache = createCache({ url: redis.url, prefix: `outage-${++count}:`, logger: logger(logs) });
	});
	afterEach(() => cache.close());

	const recovered = () => expect.poll(() => cache.check().then(() => "well"), soon).toBe("well");

	it("answers misses, says so once, and recovers by itself", async () => {
		await cache.set("key", "kept");
		expect(await cache.get("key")).toBe("kept");
		await redis.kill();
		for (let index = 0; index < 50; index += 1) {
			expect(await cache.get("key")).toBeUndefined();
			await cache.set("key", "lost");
			await cache.publish("channel", "lost");
		}
		expect(await cache.getOrSet("other", 1000, async () => "loaded")).toBe("loaded");
		await expect(cache.check()).rejects.toMatchObject({ code: "CACHE_UNAVAILABLE" });
		expect(logs).toEqual(["Redis is away; going on without it."]);

		await redis.restart();
		await recovered();
		await cache.set("key", "new");
		expect(await cache.get("key")).toBe("new");
		expect(logs).toEqual(["Redis is away; going on without it.", "Redis is back."]);
	});

	it("starts without Redis and finds it later", async () => {
		await redis.kill();
		const late = createCache({ url: redis.url, prefix: "late:" });
		expect(await late.get("key")).toBeUndefined();
		await expect(late.check()).rejects.toMatchObject({ code: "CACHE_UNAVAILABLE" });
		await redis.restart();
		await expect.poll(() => late.check().then(() => "well"), soon).toBe("well");
		await late.close();
	});

	it("limits each process by itself until Redis is back", async () => {
		const limit = cache.rateLimit({ name: "sign-in", points: 2, perMs: 60_000 });
		await redis.kill();
		expect(await limit.consume("ann")).toMatchObject({ allowed: true, remaining: 1 });
		expect(await limit.consume("ann")).toMatchObject({ allowed: true, remaining: 0 });
		expect(await limit.consume("ann")).toMatchObject({ allowed: false });
		await redis.restart();
		await recovered();
		expect(await limit.consume("ann")).toMatchObject({ allowed: true, remaining: 1 });
	});

	it("renews subscriptions, and begins those that were made meanwhile", async () => {
		const heard: unknown[] = [];
		await cache.subscribe("before", (message) => heard.push(message));
		await redis.kill();
		await cache.subscribe("meanwhile", (message) => heard.push(message));
		await redis.restart();
		await recovered();
		await vi.waitFor(async () => {
			await cache.publish("before", "b");
			await cache.publish("meanwhile", "m");
			expect(new Set(heard)).toEqual(new Set(["b", "m"]));
		}, soon);
	});
});

describe("with the connection to Redis broken", () => {
	it("never serves a value that was deleted or replaced meanwhile", async () => {
		await using proxy = await startFaultProxy({ target: redis.url });
		const cache = createCache({ url: proxy.url, prefix: `broken-${++count}:` });
		for (const key of ["deleted", "replaced", "untouched"]) await cache.set(key, "old");
		await proxy.setFault({ kind: "refuse" });
		proxy.cutAll();
		await expect.poll(() => cache.get("untouched"), soon).toBeUndefined();
		await cache.delete("deleted");
		await cache.set("replaced", "new");

		await proxy.setFault(undefined);
		await expect.poll(() => cache.get("untouched"), soon).toBe("old");
		expect(await cache.get("deleted")).toBeUndefined();
		expect(await cache.get("replaced")).toBeUndefined();
		await cache.close();
	});

	it("does not wait for a Redis that no longer answers", async () => {
		await using proxy = await startFaultProxy({ target: redis.url });
		const cache = createCache({ url: proxy.url, prefix: `silent-${++count}:` });
		const limit = cache.rateLimit({ name: "sign-in", points: 1, perMs: 60_000 });
		await cache.set("key", "kept");
		await proxy.setFault({ kind: "stall", afterBytes: 0, direction: "down" });
		expect(await cache.get("key")).toBeUndefined();
		expect(await limit.consume("ann")).toMatchObject({ allowed: true });
		await expect(cache.check()).rejects.toMatchObject({ code: "CACHE_UNAVAILABLE" });

		await proxy.setFault(undefined);
		await expect.poll(() => cache.get("key"), soon).toBe("kept");
		await expect(cache.check()).resolves.toBeUndefined();
		await cache.close();
	});

	it("closes while Redis is silent or away", async () => {
		await using proxy = await startFaultProxy({ target: redis.url });
		const silent = createCache({ url: proxy.url });
		await silent.set("key", "kept");
		await proxy.setFault({ kind: "stall", afterBytes: 0, direction: "down" });
		await expect(silent.close()).resolves.toBeUndefined();
		await proxy.setFault({ kind: "refuse" });
		const away = createCache({ url: proxy.url });
		await away.subscribe("channel", () => {});
		expect(await away.get("key")).toBeUndefined();
		await expect(away.close()).resolves.toBeUndefined();
		await expect(createCache({ url: proxy.url }).close()).resolves.toBeUndefined();
	});
});

function logger(lines: string[]): Logger {
	const write = (_fields: unknown, message: string) => lines.push(message);
	return { debug: write, info: write, warn: write, error: write, child: () => logger(lines) };
}
