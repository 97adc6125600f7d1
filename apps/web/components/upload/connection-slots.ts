/** Runs a task while one of a few connections is held. */
export type UseSlot = <T>(signal: AbortSignal, task: () => Promise<T>) => Promise<T>;

export const slotCount = 4;

/**
 * Four connections for uploads per browser, not per tab: HTTP/1.1 allows six to one host, and the
 * event stream and the pages need the rest. Web Locks are shared by the tabs and handed on in turn;
 * where there are none (plain HTTP on a LAN) each tab counts for itself.
 */
export function createSlots(locks: LockManager | undefined): UseSlot {
	const free = Array.from({ length: slotCount }, (_, index) => index);
	return async (signal, task) => {
		// Uppy never asks for more than there are; whoever did would share the first.
		const index = free.shift();
		try {
			if (!locks) return await task();
			return await locks.request(`nuclom-upload-slot-${index ?? 0}`, { signal }, task);
		} finally {
			if (index !== undefined) free.push(index);
		}
	};
}
