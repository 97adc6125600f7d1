import { pause } from "../live/pause.ts";

export interface RetryOptions {
	readonly signal: AbortSignal;
	readonly isTransient: (error: unknown) => boolean;
	/** Waits between the tries, in milliseconds; their number is the number of retries. */
	readonly delaysMs?: readonly number[];
	/** Resolves when it makes sense to try again; the wait itself by default. */
	readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

const defaultDelaysMs = [500, 1500, 4000, 8000, 15_000] as const;

/** Runs `attempt`, again after transient failures; throws the last one when no try is left. */
export async function retry<T>(attempt: () => Promise<T>, options: RetryOptions): Promise<T> {
	const { signal, isTransient, delaysMs = defaultDelaysMs, wait = pause } = options;
	for (let failures = 0; ; failures += 1) {
		signal.throwIfAborted();
		try {
			return await attempt();
		} catch (error) {
			const delayMs = delaysMs[failures];
			if (signal.aborted) throw signal.reason;
			if (delayMs === undefined || !isTransient(error)) throw error;
			await wait(delayMs, signal);
		}
	}
}
