import type { Comment } from "@nuclom/services/schemas";

/** A comment that was written here and is not known to be on the server yet. */
export interface OutgoingComment {
	readonly comment: Comment;
	readonly organizationId: string;
	/** Null while it is on its way; otherwise why it was not sent. */
	readonly error: unknown | null;
}

export interface Outbox {
	readonly items: () => readonly OutgoingComment[];
	readonly put: (item: OutgoingComment) => void;
	readonly fail: (id: string, error: unknown) => void;
	readonly remove: (id: string) => void;
	readonly subscribe: (listener: () => void) => () => void;
}

/** Lives as long as the window: a comment that failed is still there after a look at another page. */
export function createOutbox(): Outbox {
	let items: readonly OutgoingComment[] = [];
	const listeners = new Set<() => void>();
	const replace = (next: readonly OutgoingComment[]) => {
		items = next;
		for (const notify of listeners) notify();
	};
	const without = (id: string) => items.filter((item) => item.comment.id !== id);
	return {
		items: () => items,
		put: (item) => replace([...without(item.comment.id), item]),
		fail: (id, error) =>
			replace(items.map((item) => (item.comment.id === id ? { ...item, error } : item))),
		remove: (id) => replace(without(id)),
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}

export const outbox = createOutbox();

/** A comment as the rail shows it. */
export interface ShownComment extends Comment {
	/** Undefined for what is safely on the server. */
	readonly outgoing?: { readonly error: unknown | null } | undefined;
}

/** What the server has, then what is on its way to it; nothing twice, nothing that is being deleted. */
export function mergeComments(
	stored: readonly Comment[],
	outgoing: readonly OutgoingComment[],
	hiddenIds: ReadonlySet<string>,
	videoId: string,
): ShownComment[] {
	const known = new Set(stored.map(({ id }) => id));
	const pending = outgoing
		.filter(({ comment }) => comment.videoId === videoId && !known.has(comment.id))
		.map(({ comment, error }) => ({ ...comment, outgoing: { error } }));
	return [...stored, ...pending].filter(({ id }) => !hiddenIds.has(id));
}
