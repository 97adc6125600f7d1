interface ParallelOptions {
	/** How many at a time. */
	readonly width: number;
	readonly outer: AbortSignal | undefined;
}

/**
 * Works on items in parallel and gives the results in their order. The first failure stops the others through their
 * signal, and is thrown when all have ended.
 */
export async function inParallel<Item, Result>(
	items: readonly Item[],
	{ width, outer }: ParallelOptions,
	work: (item: Item, signal: AbortSignal) => Promise<Result>,
): Promise<Result[]> {
	const failed = new AbortController();
	const signal = outer ? AbortSignal.any([outer, failed.signal]) : failed.signal;
	const results: Result[] = [];
	const queue = items.entries();

	async function run(): Promise<void> {
		for (const [index, item] of queue) {
			signal.throwIfAborted();
			results[index] = await work(item, signal);
		}
	}

	const runs = Array.from({ length: width }, () =>
		run().catch((error: unknown) => failed.abort(error)),
	);
	await Promise.all(runs);
	signal.throwIfAborted();
	return results;
}
