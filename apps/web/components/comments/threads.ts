import type { Comment } from "@nuclom/services/schemas";

export interface Thread<C extends Comment = Comment> {
	readonly first: C;
	readonly replies: readonly C[];
}

const byMoment = (a: Comment, b: Comment) => a.startMs - b.startMs || byTime(a, b);
const byTime = (a: Comment, b: Comment) =>
	a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id);

/** Threads by moment, replies by time. A reply whose thread has gone is left out. */
export function groupThreads<C extends Comment>(comments: readonly C[]): Thread<C>[] {
	const replies = new Map<string, C[]>();
	for (const comment of comments) {
		if (!comment.parentId) continue;
		replies.set(comment.parentId, [...(replies.get(comment.parentId) ?? []), comment]);
	}
	return comments
		.filter((comment) => comment.parentId === null)
		.sort(byMoment)
		.map((first) => ({ first, replies: (replies.get(first.id) ?? []).sort(byTime) }))
		.filter(({ first, replies: answers }) => !first.isDeleted || answers.length > 0);
}

/** A comment on a point is the moment's for this long. */
const pointMs = 3000;

/** The thread that the playhead is at: the latest one whose moment has begun and not gone by. */
export function threadAt(threads: readonly Thread[], ms: number): string | null {
	let found: string | null = null;
	for (const { first } of threads) {
		if (first.startMs > ms + 40) break;
		if (ms < Math.max(first.endMs ?? 0, first.startMs + pointMs)) found = first.id;
	}
	return found;
}

/** The thread that a comment stands in: its own id, or its parent's. */
export function threadIdOf(comments: readonly Comment[], commentId: string): string | null {
	const comment = comments.find((candidate) => candidate.id === commentId);
	return comment ? (comment.parentId ?? comment.id) : null;
}
