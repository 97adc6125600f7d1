"use client";

import { Ellipsis, Link2, Pencil, Trash2 } from "lucide-react";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu, type MenuEntry } from "../ui/menu.tsx";
import { copyMomentLink } from "../watch/copy-link.ts";
import type { ShownComment } from "./outbox.ts";
import { useDeleteComment } from "./use-delete-comment.ts";

interface CommentActionsProps {
	readonly comment: ShownComment;
	readonly onEdit: () => void;
}

/** What can be done with a comment, behind three dots. */
export function CommentActions({ comment, onEdit }: CommentActionsProps) {
	const remove = useDeleteComment();
	const entries: MenuEntry[] = [
		{
			kind: "action",
			label: "Copy link",
			icon: <Link2 aria-hidden />,
			onSelect: () => void copyMomentLink(comment.startMs, comment.id),
		},
	];
	if (comment.canEdit) {
		entries.push({
			kind: "action",
			label: "Edit",
			icon: <Pencil aria-hidden />,
			onSelect: onEdit,
		});
	}
	if (comment.canDelete) {
		entries.push({
			kind: "action",
			label: "Delete",
			icon: <Trash2 aria-hidden />,
			tone: "danger",
			onSelect: () => remove(comment),
		});
	}
	return (
		<Menu label="Comment" align="end" entries={entries}>
			{(trigger) => (
				<IconButton
					{...trigger}
					label={`More about the comment of ${comment.author?.name ?? "someone"}`}
					icon={<Ellipsis aria-hidden />}
					className="-my-1 size-7 opacity-0 group-focus-within/comment:opacity-100 group-hover/comment:opacity-100 aria-expanded:opacity-100 coarse:opacity-100"
				/>
			)}
		</Menu>
	);
}
