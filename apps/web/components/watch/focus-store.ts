/** Which thread is meant at the moment: shared by rail and timeline, so that each lights the other. */
export interface Focus {
	/** Under the pointer, in the rail or on the timeline. */
	readonly hoveredId: string | null;
	/** Chosen, and in the address. May be a reply. */
	readonly selectedId: string | null;
}

export interface FocusStore {
	readonly get: () => Focus;
	readonly hover: (threadId: string | null) => void;
	readonly select: (commentId: string | null) => void;
	readonly subscribe: (listener: () => void) => () => void;
}

export function createFocusStore(selectedId: string | null): FocusStore {
	let focus: Focus = { hoveredId: null, selectedId };
	const listeners = new Set<() => void>();
	const set = (next: Focus) => {
		focus = next;
		for (const notify of listeners) notify();
	};
	return {
		get: () => focus,
		hover: (hoveredId) => hoveredId !== focus.hoveredId && set({ ...focus, hoveredId }),
		select: (id) => id !== focus.selectedId && set({ ...focus, selectedId: id }),
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}
