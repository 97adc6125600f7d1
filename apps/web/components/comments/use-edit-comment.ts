"use client";

import type { Comment } from "@nuclom/services/schemas";
import { type InfiniteData, useQueryClient } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import { useVideoInput } from "../watch/watch-context.tsx";
import { type CommentPage, commentsQuery } from "./use-comments.ts";

/** Changes what somebody wrote; rejects with the server's reason, so that the words stay in the box. */
export function useEditComment() {
	const input = useVideoInput();
	const queryClient = useQueryClient();
	return async (commentId: string, body: string) => {
		const changed: Comment = await api.comments.update({ ...input, commentId, body: body.trim() });
		queryClient.setQueryData<InfiniteData<CommentPage, string | undefined>>(
			commentsQuery(input).queryKey,
			(data) =>
				data && {
					...data,
					pages: data.pages.map((page) => ({
						...page,
						items: page.items.map((item) => (item.id === commentId ? changed : item)),
					})),
				},
		);
	};
}
