import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Cache } from "../src/index.ts";

export interface CacheUnderTest {
	readonly cache: Cache;
	/** Another process's view of the same cache; memory has none, so there it is the same one. */
	readonly other: Cache;
	/** Moves the time of a cache that does not keep its own. */
	readonly advance?: (ms: number) => void;
}

/** What every driver of the cache promises. */
export function describeCache(name: string, open: () => Promise<CacheUnderTest>): void {
	describe(name, () => {
		let cache: Cache;
		let other: Cache;
		let advance: CacheUnderTest["advance"];

		beforeEach(async () => {
			({ cache, other, advance } = await open());
		});
		afterEach(async () => {
			await Promise.all([cache.close(), other.close()]);
		});

		it.each([
			["text", "a\u0000b\u{1f3ac}"],
			["a number", 0],
			["false", false],
			["null", null],
			["nested", { list: [1, { two: "2" }] }],
		])("keeps %s", async (_kind, value) => {
			await cache.set("key", value);
			expect(await other.get("key")).toEqual(value);
		});

		it("answers undefined for what was never set", async () => {
			expect(await cache.get("nothing")).toBeUndefined();
		});

		it("refuses what JSON cannot hold", async () => {
			await expect(cache.set("key", undefined)).rejects.toThrow(TypeError);
		});

		it("replaces a value and keeps a copy of it", async () => {
			const value = { count: 1 };
			await cache.set("key", value);
			value.count = 2;
			expect(await cache.get("key")).toEqual({ count: 1 });
			await cache.set("key", value);
			expect(await cache.get("key")).toEqual({ count: 2 });
		});

		it("forgets a value after its time and not before", async () => {
			await cache.set("short", "x", { ttlMs: 1500 });
			await cache.set("long", "x", { ttlMs: 60_000 });
			expect(await cache.get("short")).toBe("x");
			advance?.(1501);
			await expect.poll(() => cache.get("short"), { timeout: 10_000 }).toBeUndefined();
			expect(await cache.get("long")).toBe("x");
		});

		it("deletes one key, several and none", async () => {
			for (const key of ["a", "b", "c"]) await cache.set(key, key);
			await cache.delete("a");
			await cache.delete(["b", "missing"]);
			await cache.delete([]);
			expect(await cache.get("a")).toBeUndefined();
			expect(await cache.get("b")).toBeUndefined();
			expect(await cache.get("c")).toBe("c");
		});

		it("loads once for all who ask at the same time, and then not again", async () => {
			const load = vi.fn(async () => ({ at: new Date(0) }));
			const asked = Array.from({ length: 20 }, () => cache.getOrSet("key", 60_000, load));
			const answers: unknown[] = await Promise.all(asked);
			answers.push(await cache.getOrSet("key", 60_000, load));
			expect(load).toHaveBeenCalledTimes(1);
			expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
				new Set(['{"at":"1970-01-01T00:00:00.000Z"}']),
			);
			expect(answers[0]).toEqual(answers[20]);
		});

		it("keeps nothing of a load that fails", async () => {
			const fail = () => Promise.reject(new Error("no"));
			await expect(cache.getOrSet("key", 60_000, fail)).rejects.toThrow("no");
			expect(await cache.getOrSet("key", 60_000, async () => "second")).toBe("second");
		});

		it("does not keep what was loaded before a deletion", async () => {
			const gate = Promise.withResolvers<string>();
			const started = Promise.withResolvers<void>();
			const slow = cache.getOrSet("key", 60_000, () => {
				started.resolve();
				return gate.promise;
			});
			await started.promise;
			await cache.delete("key");
			gate.resolve("old");
			expect(await slow).toBe("old");
			expect(await cache.get("key")).toBeUndefined();
		});

		it("carries messages to every subscriber until it unsubscribes", async () => {
			const first: unknown[] = [];
			const second: unknown[] = [];
			const stopFirst = await cache.subscribe("videos", (message) => first.push(message));
			await other.subscribe("videos", (message) => second.push(message));
			await other.subscribe("comments", () => second.push("wrong channel"));
			await cache.publish("videos", { id: 1 });
			await vi.waitFor(() => expect([first, second]).toEqual([[{ id: 1 }], [{ id: 1 }]]));
			await stopFirst();
			await cache.publish("videos", { id: 2 });
			await vi.waitFor(() => expect(second).toEqual([{ id: 1 }, { id: 2 }]));
			expect(first).toEqual([{ id: 1 }]);
		});

		it("keeps delivering when a subscriber throws", async () => {
			const heard: unknown[] = [];
			await cache.subscribe("videos", () => {
				throw new Error("bad subscriber");
			});
			await cache.subscribe("videos", (message) => heard.push(message));
			await cache.publish("videos", "hello");
			await vi.waitFor(() => expect(heard).toEqual(["hello"]));
		});

		it("limits each key, for all processes, until the window ends", async () => {
			const options = { name: "sign-in", points: 3, perMs: 3000 };
			const limit = cache.rateLimit(options);
			const elsewhere = other === cache ? limit : other.rateLimit(options);
			expect(await limit.consume("ann")).toMatchObject({ allowed: true, remaining: 2 });
			expect(await elsewhere.consume("ann", 2)).toMatchObject({ allowed: true, remaining: 0 });
			const refused = await limit.consume("ann");
			expect(refused).toMatchObject({ allowed: false, remaining: 0 });
			expect(refused.resetAfterMs).toBeGreaterThan(0);
			expect(refused.resetAfterMs).toBeLessThanOrEqual(3000);
			expect(await limit.consume("bob")).toMatchObject({ allowed: true });
			await vi.waitFor(
				async () => expect(await limit.consume("ann")).toMatchObject({ allowed: true }),
				{ timeout: 20_000, interval: 100 },
			);
		});

		it("counts limits of different names apart", async () => {
			const one = cache.rateLimit({ name: "one", points: 1, perMs: 60_000 });
			const two = cache.rateLimit({ name: "two", points: 1, perMs: 60_000 });
			await one.consume("ann");
			expect(await one.consume("ann")).toMatchObject({ allowed: false });
			expect(await two.consume("ann")).toMatchObject({ allowed: true });
		});

		it("is well", async () => {
			await expect(cache.check()).resolves.toBeUndefined();
		});
	});
}
