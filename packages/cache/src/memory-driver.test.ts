import { fixedClock } from "@nuclom/core";
import { describe, expect, it } from "vitest";
import { describeCache } from "../test/cache-contract.ts";
import { createCache, defaultTtlMs } from "./index.ts";
import { memoryDriver } from "./memory-driver.ts";

describeCache("in memory", async () => {
	const clock = fixedClock("2026-11-23T00:00:00Z");
	const cache = createCache({ clock });
	return { cache, other: cache, advance: clock.advance };
});

describe("in memory only", () => {
	it("keeps a value for an hour where nothing else is said", async () => {
		const clock = fixedClock("2026-11-23T00:00:00Z");
		const cache = createCache({ clock });
		await cache.set("key", "x");
		clock.advance(defaultTtlMs - 1);
		expect(await cache.get("key")).toBe("x");
		clock.advance(2);
		expect(await cache.get("key")).toBeUndefined();
	});

	it("stays within its bounds of entries and bytes", async () => {
		const clock = fixedClock("2026-11-23T00:00:00Z");
		const driver = memoryDriver({ prefix: "", clock, maxEntries: 3, maxBytes: 1000 });
		for (const key of ["a", "b", "c", "d"]) await driver.set(key, key, 1000);
		expect(await driver.get("a")).toBeUndefined();
		expect(await driver.get("d")).toBe("d");
		await driver.set("big", "x".repeat(400), 1000);
		await driver.set("bigger", "x".repeat(400), 1000);
		expect(await driver.get("big")).toBeUndefined();
		expect(await driver.get("bigger")).toHaveLength(400);
		await driver.set("too big", "x".repeat(600), 1000);
		expect(await driver.get("too big")).toBeUndefined();
	});
});
