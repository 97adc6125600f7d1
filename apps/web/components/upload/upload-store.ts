import type { UploadItem } from "./upload-item.ts";

/** The tray's rows. One per window: it outlives every page inside the app. */
export interface UploadStore {
	readonly items: () => readonly UploadItem[];
	readonly add: (item: UploadItem) => void;
	readonly update: (id: string, change: Partial<UploadItem>) => void;
	readonly remove: (id: string) => void;
	readonly subscribe: (listener: () => void) => () => void;
}

export function createUploadStore(): UploadStore {
	let items: readonly UploadItem[] = [];
	const listeners = new Set<() => void>();
	const replace = (next: readonly UploadItem[]) => {
		items = next;
		for (const notify of listeners) notify();
	};
	return {
		items: () => items,
		add: (item) => replace([...items, item]),
		update: (id, change) =>
			replace(items.map((item) => (item.id === id ? { ...item, ...change } : item))),
		remove: (id) => replace(items.filter((item) => item.id !== id)),
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}

export const uploadStore = createUploadStore();
