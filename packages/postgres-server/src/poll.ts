import { setTimeout as wait } from "node:timers/promises";

/** Asks until the answer is there or the time is over; then undefined. */
export async function poll<T>(
	ask: () => Promise<T | undefined>,
	timeoutMs: number,
	everyMs = 20,
): Promise<T | undefined> {
	const deadline = performance.now() + timeoutMs;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined || performance.now() > deadline) return answer;
		await wait(everyMs);
	}
}
