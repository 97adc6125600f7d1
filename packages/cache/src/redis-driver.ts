import { AppError, type Logger } from "@nuclom/core";
import type { CacheDriver } from "./driver.ts";
import { trackOwedDeletions } from "./owed-deletions.ts";
import { redisRateLimit } from "./rate-limit.ts";
import { openRedisLink } from "./redis-link.ts";
import { openSubscriptions } from "./redis-subscriptions.ts";

interface RedisOptions {
	readonly url: string;
	readonly prefix: string;
	readonly logger: Logger;
}

/** Keeps values in Redis, shared by all processes. While Redis is away every `get` is a miss. */
export function redisDriver({ url, prefix, logger }: RedisOptions): CacheDriver {
	const link = openRedisLink(url, logger);
	const { client } = link;
	const subscriptions = openSubscriptions(link);
	const remove = async (keys: string[]) => (await link.run(() => client.unlink(keys))).ok;
	const owed = trackOwedDeletions(remove, logger);
	client.on("ready", () => void owed.pay());

	return {
		async get(key) {
			if (!(await owed.pay())) return undefined;
			const answer = await link.run(() => client.get(key));
			return answer.ok ? (answer.value ?? undefined) : undefined;
		},
		async set(key, value, ttlMs) {
			const expiration = { type: "PX", value: Math.max(1, Math.ceil(ttlMs)) } as const;
			const answer = await link.run(() => client.set(key, value, { expiration }));
			if (answer.ok) owed.settle(key);
			else owed.add([key]);
		},
		async delete(keys) {
			if (keys.length === 0) return;
			owed.add(keys);
			await owed.pay();
		},
		async publish(channel, message) {
			await link.run(() => client.publish(channel, message));
		},
		subscribe: subscriptions.subscribe,
		rateLimit: (limit) => redisRateLimit(link, prefix, limit),
		async check() {
			if ((await link.run(() => client.ping())).ok) return;
			throw new AppError("CACHE_UNAVAILABLE", "Redis cannot be reached.", {
				hint: "Check that Redis is running and that REDIS_URL points to it.",
			});
		},
		async close() {
			await subscriptions.close();
			await link.close();
		},
	};
}
