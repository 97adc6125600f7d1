import { once } from "node:events";
import type { Logger } from "@nuclom/core";
import { createClient } from "redis";

type RedisClient = ReturnType<typeof openClient>;

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };

export interface RedisLink {
	readonly client: RedisClient;
	/** Runs commands, in bounded time, and answers `ok: false` for whatever goes wrong. */
	run<T>(commands: () => Promise<T>): Promise<Outcome<T>>;
	/** Notes that Redis is away; says so once per outage, and not more than twice a minute. */
	isDown(error: unknown): void;
	close(): Promise<void>;
}

/** A request does not wait longer than this for a cache. */
const answerWithinMs = 1000;
/** After a command without an answer, nobody else waits for this long. */
const pauseMs = 2000;
const warnEveryMs = 30_000;

function openClient(url: string) {
	return createClient({
		url,
		name: "nuclom-cache",
		// While Redis is away a command fails at once instead of waiting for its return.
		disableOfflineQueue: true,
		socket: { connectTimeout: answerWithinMs, reconnectStrategy: reconnectAfterMs },
		// Notices a peer that vanished without a word.
		pingInterval: 10_000,
	});
}

/** Never gives up: 50 ms, 100 ms … 2 s, with jitter so that processes do not return as one. */
function reconnectAfterMs(retries: number): number {
	return Math.min(50 * 2 ** Math.min(retries, 6), 2000) + Math.floor(Math.random() * 200);
}

/** One connection to Redis, opened by the first command, that comes and goes without exceptions. */
export function openRedisLink(url: string, logger: Logger): RedisLink {
	const client = openClient(url);
	let opening: Promise<unknown> | undefined;
	let pausedUntil = 0;
	let down = false;
	let warnedAt = Number.NEGATIVE_INFINITY;

	function isDown(error: unknown): void {
		const now = performance.now();
		if (!down && now - warnedAt > warnEveryMs) {
			warnedAt = now;
			logger.warn({ err: error }, "Redis is away; going on without it.");
		}
		down = true;
	}

	function isUp(): void {
		if (down) logger.info({}, "Redis is back.");
		down = false;
	}

	function open(): Promise<unknown> {
		// Only the first command waits, and only until the first try has ended either way.
		opening ??= Promise.race([client.connect(), once(client, "error")]).catch(isDown);
		return opening;
	}

	client.on("error", isDown);
	client.on("ready", isUp);

	return {
		client,
		isDown,
		async run(commands) {
			await open();
			if (!client.isReady || performance.now() < pausedUntil) return { ok: false };
			try {
				const value = await within(answerWithinMs, commands());
				isUp();
				return { ok: true, value };
			} catch (error) {
				if (error instanceof NoAnswer) pausedUntil = performance.now() + pauseMs;
				isDown(error);
				return { ok: false };
			}
		},
		async close() {
			if (!client.isOpen) return;
			if (client.isReady) await within(answerWithinMs, client.close()).catch(() => {});
			if (client.isOpen) client.destroy();
		},
	};
}

class NoAnswer extends Error {}

/** node-redis bounds the wait before a command is written, not the wait for its answer. */
async function within<T>(ms: number, answer: Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new NoAnswer(`Redis did not answer in ${ms} ms`)), ms);
	});
	try {
		return await Promise.race([answer, late]);
	} finally {
		clearTimeout(timer);
	}
}
