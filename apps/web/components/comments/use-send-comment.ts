"use client";

import { newId } from "@nuclom/core";
import type { Comment } from "@nuclom/services/schemas";
import { type InfiniteData, useQueryClient } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import { announce } from "../live/announce.ts";
import type { Moment } from "../player/frame.ts";
import { useVideoInput, useWatch } from "../watch/watch-context.tsx";
import { type OutgoingComment, outbox } from "./outbox.ts";
import { type CommentPage, commentsQuery } from "./use-comments.ts";

/** Posts comments: they stand in the rail at once, and stay there with a way on when sending fails. */
export function useSendComment() {
	const input = useVideoInput();
	const { viewer } = useWatch();
	const queryClient = useQueryClient();

	const send = async (item: OutgoingComment) => {
		const { comment, organizationId } = item;
		const { id, videoId, body, startMs, parentId, frameIndex } = comment;
		outbox.put({ ...item, error: null });
		try {
			const stored = await api.comments.create({
				organizationId,
				videoId,
				id,
				body,
				startMs,
				...(parentId ? { parentId } : {}),
				...(frameIndex === null ? {} : { frameIndex }),
			});
			const { queryKey } = commentsQuery({ organizationId, videoId });
			queryClient.setQueryData<InfiniteData<CommentPage, string | undefined>>(queryKey, (data) =>
				withComment(data, stored),
			);
			outbox.remove(id);
			announce(parentId ? "Reply posted." : "Comment posted.");
		} catch (error) {
			outbox.fail(id, error);
		}
	};

	return {
		post(body: string, moment: Moment, parentId: string | null = null) {
			const comment: Comment = {
				id: newId(),
				videoId: input.videoId,
				parentId,
				body: body.trim(),
				startMs: moment.startMs,
				endMs: null,
				frameIndex: moment.frameIndex ?? null,
				author: viewer,
				createdAt: new Date().toISOString(),
				editedAt: null,
				isDeleted: false,
				canEdit: false,
				canDelete: false,
			};
			void send({ comment, organizationId: input.organizationId, error: null });
			return comment;
		},
		sendAgain(id: string) {
			const item = outbox.items().find((candidate) => candidate.comment.id === id);
			if (item) void send(item);
		},
	};
}

function withComment(
	data: InfiniteData<CommentPage, string | undefined> | undefined,
	comment: Comment,
): InfiniteData<CommentPage, string | undefined> | undefined {
	const last = data?.pages.at(-1);
	if (!data || !last) return data;
	if (data.pages.some((page) => page.items.some(({ id }) => id === comment.id))) return data;
	const pages = [...data.pages.slice(0, -1), { ...last, items: [...last.items, comment] }];
	return { ...data, pages };
}
