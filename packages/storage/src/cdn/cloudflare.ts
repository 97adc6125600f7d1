import { setTimeout as sleep } from "node:timers/promises";
import { AppError, type Clock, type Logger, silentLogger, systemClock } from "@nuclom/core";
import pRetry from "p-retry";
import { batchesOf, type PurgeBody } from "./batches.ts";
import type { Cdn } from "./cdn.ts";
import { errorOf } from "./cloudflare-error.ts";

export interface CloudflareConfig {
	readonly apiToken: string;
	readonly zoneId: string;
	/** Default: Cloudflare's own. */
	readonly apiUrl?: string | undefined;
	/** An address in the zone that nothing is at; `check` purges it. */
	readonly probeUrl: string;
	/** The first pause before a repetition; each next one is twice as long. Default: one second. */
	readonly firstPauseMs?: number;
	readonly clock?: Clock;
	readonly logger?: Logger;
}

const silenceMs = 30_000;

function noAnswer(cause: unknown): AppError {
	return new AppError("CDN_UNAVAILABLE", "Cloudflare's API does not answer.", {
		hint: "Check the network between here and api.cloudflare.com (or CLOUDFLARE_API_URL), then try again.",
		cause,
	});
}

async function send(config: CloudflareConfig, body: PurgeBody): Promise<void> {
	const { apiToken, zoneId, apiUrl = "https://api.cloudflare.com/client/v4" } = config;
	const url = `${apiUrl.replace(/\/$/, "")}/zones/${zoneId}/purge_cache`;
	const init = {
		method: "POST",
		headers: { authorization: `Bearer ${apiToken}`, "content-type": "application/json" },
		body: JSON.stringify(body),
		// A redirect would carry the token elsewhere.
		redirect: "manual" as const,
		signal: AbortSignal.timeout(silenceMs),
	};
	const nowMs = (config.clock ?? systemClock).now().getTime();
	const error = await fetch(url, init)
		.then((response) => errorOf(response, nowMs))
		.catch((cause: unknown) => noAnswer(cause));
	if (error) throw error;
}

/** Up to five times while the API is busy or in trouble; it says itself how long it wants to be left alone. */
function sendPatiently(config: CloudflareConfig, body: PurgeBody): Promise<void> {
	const { firstPauseMs = 1000, logger = silentLogger } = config;
	return pRetry(() => send(config, body), {
		retries: 4,
		minTimeout: firstPauseMs,
		randomize: true,
		shouldRetry: ({ error }) => AppError.isInstance(error) && error.isRetryable,
		async onFailedAttempt({ error, retriesLeft }) {
			if (!AppError.isInstance(error) || !error.isRetryable || retriesLeft === 0) return;
			const waitMs = Number(error.data.waitMs ?? 0);
			logger.warn({ ...error.data, retriesLeft }, "Cloudflare is asked again");
			await sleep(waitMs);
		},
	});
}

/** Cloudflare's cache of one zone. Plans differ in how often they may be purged; who is too fast waits. */
export function createCloudflareCdn(config: CloudflareConfig): Cdn {
	const purge: Cdn["purge"] = async (target) => {
		// One after the other: a limit is met by waiting, not by more requests.
		for (const body of batchesOf(target)) await sendPatiently(config, body);
	};
	return {
		provider: "cloudflare",
		purge,
		check: () => purge({ urls: [config.probeUrl] }),
	};
}
