import { EventEmitter } from "node:events";
import type { Clock } from "@nuclom/core";
import { LRUCache } from "lru-cache";
import type { CacheDriver } from "./driver.ts";
import { memoryRateLimit } from "./rate-limit.ts";

interface MemoryOptions {
	readonly prefix: string;
	readonly clock: Clock;
	/** Bounds of what is kept; the entries used longest ago go first. */
	readonly maxEntries?: number;
	readonly maxBytes?: number;
}

/** Keeps values in this process. Published messages reach this process only. */
export function memoryDriver(options: MemoryOptions): CacheDriver {
	const { prefix, clock, maxEntries = 10_000, maxBytes = 64 * 1024 * 1024 } = options;
	const entries = new LRUCache<string, string>({
		max: maxEntries,
		maxSize: maxBytes,
		// Text is at most two bytes a character in V8.
		sizeCalculation: (value, key) => 2 * (value.length + key.length) || 1,
		ttlResolution: 0,
		perf: { now: () => clock.now().getTime() },
	});
	const channels = new EventEmitter().setMaxListeners(0);

	return {
		get: async (key) => entries.get(key),
		async set(key, value, ttlMs) {
			entries.set(key, value, { ttl: ttlMs });
		},
		async delete(keys) {
			for (const key of keys) entries.delete(key);
		},
		async publish(channel, message) {
			// As over a network: never in the middle of the publisher's own work.
			setImmediate(() => channels.emit(channel, message));
		},
		async subscribe(channel, listener) {
			channels.on(channel, listener);
			return async () => void channels.off(channel, listener);
		},
		rateLimit: (limit) => memoryRateLimit(prefix, limit),
		check: async () => {},
		async close() {
			entries.clear();
			channels.removeAllListeners();
		},
	};
}
