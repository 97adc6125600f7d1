import { type Clock, type Logger, silentLogger, systemClock } from "@nuclom/core";
import type { CacheDriver, RateLimit, RateLimitOptions, Unsubscribe } from "./driver.ts";
import { memoryDriver } from "./memory-driver.ts";
import { redisDriver } from "./redis-driver.ts";
import { createSingleFlight } from "./single-flight.ts";

/** How long a value is kept where nothing else is said: one hour, as the seed has it. */
export const defaultTtlMs = 3_600_000;

export interface CacheOptions {
	/** `redis://` or `rediss://`; without it values are kept in this process. */
	readonly url?: string;
	/** Before every key and channel, so that several installations may share a Redis. */
	readonly prefix?: string;
	readonly logger?: Logger;
	/** Ages the values that are kept in memory; Redis keeps its own time. */
	readonly clock?: Clock;
}

export interface Cache {
	/** The value, or undefined: never set, expired, deleted, or Redis is away. */
	get<T>(key: string): Promise<T | undefined>;
	/** Keeps a value that JSON can hold. */
	set(key: string, value: unknown, options?: { readonly ttlMs?: number }): Promise<void>;
	/** Forgets values. What Redis missed while away is deleted before it is read again. */
	delete(keys: string | readonly string[]): Promise<void>;
	/** The kept value or the loaded one, as JSON holds it; callers of this process share one load. */
	getOrSet<T>(key: string, ttlMs: number, load: () => Promise<T>): Promise<T>;
	/** Tells all subscribers of all processes (of this process, without Redis). May be lost. */
	publish(channel: string, message: unknown): Promise<void>;
	/** Hears messages in the order of one publisher, until `unsubscribe`. */
	subscribe<T>(channel: string, handler: (message: T) => void): Promise<Unsubscribe>;
	/** Counts in Redis; in this process alone while Redis is away. */
	rateLimit(options: RateLimitOptions): RateLimit;
	/** @throws AppError CACHE_UNAVAILABLE. */
	check(): Promise<void>;
	close(): Promise<void>;
}

/** A cache on Redis or in memory. Connects with the first call; an outage is never an exception. */
export function createCache(options: CacheOptions = {}): Cache {
	const { url, prefix = "nuclom:", logger = silentLogger, clock = systemClock } = options;
	const driver = url ? redisDriver({ url, prefix, logger }) : memoryDriver({ prefix, clock });
	return {
		...values(driver, prefix),
		...messages(driver, prefix, logger),
		rateLimit: (limit) => driver.rateLimit(limit),
		check: () => driver.check(),
		close: () => driver.close(),
	};
}

function values(driver: CacheDriver, prefix: string) {
	const flights = createSingleFlight();
	const full = (key: string) => `${prefix}value:${key}`;

	async function get<T>(key: string): Promise<T | undefined> {
		const text = await driver.get(full(key));
		return text === undefined ? undefined : (JSON.parse(text) as T);
	}
	async function set(key: string, value: unknown, { ttlMs = defaultTtlMs } = {}): Promise<void> {
		await driver.set(full(key), toText(value), ttlMs);
	}
	return {
		get,
		set,
		async delete(keys: string | readonly string[]): Promise<void> {
			const list = typeof keys === "string" ? [keys] : keys;
			for (const key of list) flights.forget(key);
			await driver.delete(list.map(full));
		},
		getOrSet<T>(key: string, ttlMs: number, load: () => Promise<T>): Promise<T> {
			return flights.run(key, async (isOutdated) => {
				const kept = await get<T>(key);
				if (kept !== undefined) return kept;
				const text = toText(await load());
				if (!isOutdated()) await driver.set(full(key), text, ttlMs);
				// Through JSON as well, so that the first caller is not the only one who sees a Date.
				return JSON.parse(text) as T;
			});
		},
	};
}

function toText(value: unknown): string {
	const text = JSON.stringify(value);
	if (text === undefined) throw new TypeError("A cached value is one that JSON can hold.");
	return text;
}

function messages(driver: CacheDriver, prefix: string, logger: Logger) {
	const full = (channel: string) => `${prefix}channel:${channel}`;
	return {
		async publish(channel: string, message: unknown): Promise<void> {
			await driver.publish(full(channel), JSON.stringify(message ?? null));
		},
		subscribe<T>(channel: string, handler: (message: T) => void): Promise<Unsubscribe> {
			return driver.subscribe(full(channel), (text) => {
				try {
					handler(JSON.parse(text) as T);
				} catch (error) {
					logger.error({ err: error, channel }, "A subscriber failed on a message.");
				}
			});
		},
	};
}
