export interface RateLimitOptions {
	/** Tells apart limits that count the same keys. */
	readonly name: string;
	/** How many points a key may spend in a window. */
	readonly points: number;
	/** Length of the window, from a key's first point; rounded up to whole seconds. */
	readonly perMs: number;
}

export interface RateLimitResult {
	readonly allowed: boolean;
	/** Points left in this window. */
	readonly remaining: number;
	/** Until the window ends. */
	readonly resetAfterMs: number;
}

export interface RateLimit {
	/** Spends points (1 by default) of a key: an address, a person, a token. Never throws. */
	consume(key: string, points?: number): Promise<RateLimitResult>;
}

export type Unsubscribe = () => Promise<void>;

/** What Redis and memory each do in their own way, on text. Keys arrive with their prefix. */
export interface CacheDriver {
	get(key: string): Promise<string | undefined>;
	set(key: string, value: string, ttlMs: number): Promise<void>;
	delete(keys: readonly string[]): Promise<void>;
	publish(channel: string, message: string): Promise<void>;
	subscribe(channel: string, listener: (message: string) => void): Promise<Unsubscribe>;
	rateLimit(options: RateLimitOptions): RateLimit;
	/** @throws AppError CACHE_UNAVAILABLE. */
	check(): Promise<void>;
	close(): Promise<void>;
}
