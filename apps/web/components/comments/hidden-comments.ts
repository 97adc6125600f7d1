let hidden: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();
const none: ReadonlySet<string> = new Set();

/** Comments that somebody deleted a moment ago and may still take back. */
export const hiddenComments = {
	get: () => hidden,
	getOnServer: () => none,
	hide(id: string) {
		hidden = new Set([...hidden, id]);
		for (const notify of listeners) notify();
	},
	show(id: string) {
		hidden = new Set([...hidden].filter((other) => other !== id));
		for (const notify of listeners) notify();
	},
	subscribe(listener: () => void) {
		listeners.add(listener);
		return () => listeners.delete(listener);
	},
};
