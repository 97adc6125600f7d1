"use client";

import type { Comment } from "@nuclom/services/schemas";
import { useQueryClient } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import { toast, toastError } from "../ui/toast.ts";
import { useVideoInput } from "../watch/watch-context.tsx";
import { hiddenComments } from "./hidden-comments.ts";
import { commentsQuery } from "./use-comments.ts";

/** Hides a comment at once; the server hears of it when the toast with the undo has gone. */
export function useDeleteComment() {
	const input = useVideoInput();
	const queryClient = useQueryClient();

	return (comment: Comment) => {
		const target = { ...input, commentId: comment.id };
		let isSettled = false;
		const settle = () => {
			isSettled = true;
			window.removeEventListener("pagehide", leave);
		};
		// A page that is closed cannot wait; keepalive lets the request outlive it.
		const leave = () => {
			if (isSettled) return;
			settle();
			const { organizationId, videoId, commentId } = target;
			const path = `/api/v1/organizations/${organizationId}/videos/${videoId}/comments/${commentId}`;
			void fetch(path, { method: "DELETE", keepalive: true });
		};
		const commit = async () => {
			if (isSettled) return;
			settle();
			try {
				await api.comments.delete(target);
				await queryClient.invalidateQueries({ queryKey: commentsQuery(input).queryKey });
			} catch (error) {
				toastError(error);
			} finally {
				hiddenComments.show(comment.id);
			}
		};

		hiddenComments.hide(comment.id);
		window.addEventListener("pagehide", leave);
		toast({
			title: "Comment deleted.",
			action: {
				label: "Undo",
				onSelect: () => {
					settle();
					hiddenComments.show(comment.id);
				},
			},
			// Undo closes the toast first and acts then.
			onClose: () => setTimeout(commit),
		});
	};
}
