/** Runs a task while one of a few connections is held. */
export type UseSlot = <T>(index: number, signal: AbortSignal, task: () => Promise<T>) => Promise<T>;

export const slotCount = 4;

/**
 * Four connections for uploads per browser, not per tab: HTTP/1.1 allows six to one host, and the
 * event stream and the pages need the rest. Web Locks are shared by the tabs and handed on in turn;
 * where there are none (plain HTTP on a LAN) each tab counts for itself.
 */
export function createSlots(locks: LockManager | undefined): UseSlot {
	return (index, signal, task) =>
		locks ? locks.request(`nuclom-upload-${index % slotCount}`, { signal }, task) : task();
}
