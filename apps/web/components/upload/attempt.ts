import pRetry from "p-retry";
import { isTransient } from "./trouble.ts";

export interface AttemptOptions {
	readonly signal?: AbortSignal | undefined;
	/** Before the second try, in milliseconds; it doubles from there. */
	readonly firstDelayMs?: number | undefined;
}

/** Asks the server, and again while it may yet answer: for half a minute. */
export function attempt<T>(
	task: () => Promise<T>,
	{ signal, firstDelayMs = 500 }: AttemptOptions = {},
): Promise<T> {
	return pRetry(task, {
		retries: 5,
		minTimeout: firstDelayMs,
		maxTimeout: 15_000,
		randomize: true,
		shouldRetry: ({ error }) => isTransient(error),
		...(signal ? { signal } : {}),
	});
}
