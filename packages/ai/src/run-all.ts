import pLimit from "p-limit";

/**
 * Runs the tasks, a few at a time, and gives their results in order. The first failure aborts the
 * others through the signal that they were handed, is waited for, and is thrown: nothing that
 * costs money goes on after the call has ended.
 */
export async function runAll<Item, Result>(
	items: readonly Item[],
	task: (item: Item, signal: AbortSignal) => Promise<Result>,
	{ concurrency, signal }: { concurrency: number; signal?: AbortSignal | undefined },
): Promise<Result[]> {
	const stop = new AbortController();
	const combined = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
	const limit = pLimit(concurrency);
	const settled = await Promise.allSettled(
		items.map((item) =>
			limit(async () => {
				combined.throwIfAborted();
				return await task(item, combined);
			}).catch((error: unknown) => {
				stop.abort(error);
				throw error;
			}),
		),
	);
	signal?.throwIfAborted();
	stop.signal.throwIfAborted();
	return settled.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
}
