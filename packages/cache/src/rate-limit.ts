import {
	type RateLimiterAbstract,
	RateLimiterMemory,
	RateLimiterRedis,
	RateLimiterRes,
} from "rate-limiter-flexible";
import type { RateLimit, RateLimitOptions, RateLimitResult } from "./driver.ts";
import type { RedisLink } from "./redis-link.ts";

/** Counts in this process. */
export function memoryRateLimit(prefix: string, options: RateLimitOptions): RateLimit {
	const limiter = new RateLimiterMemory(limiterOptions(prefix, options));
	return { consume: (key, points = 1) => spend(limiter, key, points) };
}

/** Counts in Redis for all processes, and in this process alone while Redis is away. */
export function redisRateLimit(
	link: RedisLink,
	prefix: string,
	options: RateLimitOptions,
): RateLimit {
	const insurance = memoryRateLimit(prefix, options);
	const limiter = new RateLimiterRedis({
		...limiterOptions(prefix, options),
		storeClient: link.client,
		useRedisPackage: true,
		rejectIfRedisNotReady: true,
	});
	return {
		async consume(key, points = 1) {
			const result = await link.run(() => spend(limiter, key, points));
			return result.ok ? result.value : insurance.consume(key, points);
		},
	};
}

function limiterOptions(prefix: string, { name, points, perMs }: RateLimitOptions) {
	return { keyPrefix: `${prefix}limit:${name}`, points, duration: Math.ceil(perMs / 1000) };
}

/** The limiter rejects with a result, not an error, when the points are spent. */
async function spend(
	limiter: RateLimiterAbstract,
	key: string,
	points: number,
): Promise<RateLimitResult> {
	try {
		return toResult(true, await limiter.consume(key, points));
	} catch (reason) {
		if (reason instanceof RateLimiterRes) return toResult(false, reason);
		throw reason;
	}
}

function toResult(allowed: boolean, result: RateLimiterRes): RateLimitResult {
	return { allowed, remaining: result.remainingPoints, resetAfterMs: result.msBeforeNext };
}
