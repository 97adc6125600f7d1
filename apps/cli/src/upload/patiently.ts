import { setTimeout } from "node:timers/promises";
import { AppError } from "@nuclom/core";
import pRetry from "p-retry";

export interface Patience {
	readonly signal: AbortSignal;
	/** Repeats only what the server itself asked to repeat: for calls that must not be made twice unknowingly. */
	readonly isOnlyWhenAsked?: boolean;
	/** Called before each further try. */
	readonly onTrouble?: (error: AppError) => void;
}

/** Longer than a restart of a server or a change of networks: two to four minutes in all. */
const waits = { retries: 10, minTimeout: 500, maxTimeout: 30_000, randomize: true };

/** Tries again what may succeed later, with growing pauses, and not before the server wants to be asked. */
export function patiently<T>(work: () => Promise<T>, patience: Patience): Promise<T> {
	const { signal, isOnlyWhenAsked = false, onTrouble } = patience;
	return pRetry(work, {
		...waits,
		signal,
		shouldRetry: async ({ error, retryDelay }) => {
			if (!AppError.isInstance(error) || !error.isRetryable) return false;
			const { retryAfterMs } = error.data;
			if (isOnlyWhenAsked && retryAfterMs === undefined) return false;
			onTrouble?.(error);
			await setTimeout(Math.max(0, Number(retryAfterMs ?? 0) - retryDelay), undefined, { signal });
			return true;
		},
	});
}
