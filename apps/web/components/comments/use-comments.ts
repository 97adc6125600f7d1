"use client";

import type { Comment } from "@nuclom/services/schemas";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { orpc } from "../../lib/api.ts";
import { useVideoInput } from "../watch/watch-context.tsx";
import { hiddenComments } from "./hidden-comments.ts";
import { mergeComments, type OutgoingComment, outbox, type ShownComment } from "./outbox.ts";
import { groupThreads, type Thread } from "./threads.ts";

export interface CommentPage {
	readonly items: Comment[];
	readonly nextCursor: string | null;
}

const nobodysYet: readonly OutgoingComment[] = [];

/** Options of the one query that holds a video's comments. */
export function commentsQuery(input: { organizationId: string; videoId: string }) {
	return orpc.comments.list.infiniteOptions({
		input: (cursor: string | undefined) => ({ ...input, ...(cursor ? { cursor } : {}) }),
		initialPageParam: undefined as string | undefined,
		getNextPageParam: (page: CommentPage) => page.nextCursor ?? undefined,
	});
}

/** All threads of the open video, with what is being written and without what is being deleted. */
export function useThreads(initialPage?: CommentPage) {
	const input = useVideoInput();
	const { videoId } = input;
	const query = useInfiniteQuery({
		...commentsQuery(input),
		...(initialPage ? { initialData: { pages: [initialPage], pageParams: [undefined] } } : {}),
	});
	const { data, hasNextPage, isFetching, isError, fetchNextPage } = query;

	// The timeline shows every comment, so the rest follows by itself.
	useEffect(() => {
		if (hasNextPage && !isFetching && !isError) void fetchNextPage();
	}, [hasNextPage, isFetching, isError, fetchNextPage]);

	const outgoing = useSyncExternalStore(outbox.subscribe, outbox.items, () => nobodysYet);
	const hidden = useSyncExternalStore(
		hiddenComments.subscribe,
		hiddenComments.get,
		hiddenComments.getOnServer,
	);
	const comments = useMemo(
		() => mergeComments(data?.pages.flatMap((page) => page.items) ?? [], outgoing, hidden, videoId),
		[data, outgoing, hidden, videoId],
	);
	const threads: Thread<ShownComment>[] = useMemo(() => groupThreads(comments), [comments]);
	return { comments, threads, error: data ? null : query.error, refetch: query.refetch };
}
