let text = "";
const listeners = new Set<() => void>();

/** Says something to a screen reader, politely, without moving anything. */
export function announce(sentence: string): void {
	// The same sentence twice would not be read again: a no-break space makes it another one.
	text = sentence === text ? `${sentence}\u00a0` : sentence;
	for (const notify of listeners) notify();
}

export const announcements = {
	get: () => text,
	subscribe(listener: () => void) {
		listeners.add(listener);
		return () => listeners.delete(listener);
	},
};
