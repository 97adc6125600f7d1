export { type Cache, type CacheOptions, createCache, defaultTtlMs } from "./cache.ts";
export type { RateLimit, RateLimitOptions, RateLimitResult, Unsubscribe } from "./driver.ts";
export { cacheEnv } from "./env.ts";
