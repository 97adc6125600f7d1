/** Runs work on the same key one after another, in this process. */
export type KeyedLock = <T>(key: string, work: () => Promise<T>) => Promise<T>;

export function createKeyedLock(): KeyedLock {
	const tails = new Map<string, Promise<unknown>>();
	return async (key, work) => {
		const before = tails.get(key) ?? Promise.resolve();
		const running = before.then(work, work);
		const tail = running.catch(() => {});
		tails.set(key, tail);
		try {
			return await running;
		} finally {
			if (tails.get(key) === tail) tails.delete(key);
		}
	};
}
