/** Resolves after `ms`, or as soon as the machine is online again; rejects when aborted. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		if (signal.aborted) return reject(signal.reason);
		const finish = (settle: () => void) => () => {
			clearTimeout(timer);
			globalThis.removeEventListener?.("online", onOnline);
			signal.removeEventListener("abort", onAbort);
			settle();
		};
		const onAbort = finish(() => reject(signal.reason));
		const onOnline = finish(resolve);
		// Spread by up to a quarter, so that parallel parts do not come back together.
		const timer = setTimeout(finish(resolve), ms * (1 + Math.random() / 4));
		globalThis.addEventListener?.("online", onOnline);
		signal.addEventListener("abort", onAbort);
	});
}
