import { setTimeout as wait } from "node:timers/promises";

export interface WaitForOptions {
	/** Default 10,000. */
	readonly timeoutMs?: number;
	/** Default 20. */
	readonly everyMs?: number;
	/** What is waited for, for the error: "the poster", "3 messages". */
	readonly what?: string;
}

/**
 * Asks until the answer is truthy and returns it. While the question throws, it is asked again; at the deadline the
 * last thing thrown is the cause of the error. The deadline is for a broken test only: it decides no result.
 */
export async function waitFor<T>(
	ask: () => T | Promise<T>,
	options: WaitForOptions = {},
): Promise<NonNullable<T>> {
	const { timeoutMs = 10_000, everyMs = 20, what = "the condition" } = options;
	const deadline = performance.now() + timeoutMs;
	let lastError: unknown;
	for (;;) {
		try {
			const answer = await ask();
			if (answer) return answer;
			lastError = undefined;
		} catch (error) {
			lastError = error;
		}
		if (performance.now() > deadline) {
			throw new Error(`Waited ${timeoutMs} ms in vain for ${what}.`, { cause: lastError });
		}
		await wait(everyMs);
	}
}
