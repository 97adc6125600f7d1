"use client";

import { type ReactNode, useState } from "react";
import { Avatar } from "../ui/avatar.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { CommentActions } from "./comment-actions.tsx";
import { EditComment } from "./edit-comment.tsx";
import type { ShownComment } from "./outbox.ts";
import { OutgoingNote } from "./outgoing-note.tsx";

interface CommentBodyProps {
	readonly comment: ShownComment;
	/** Before the words: the moment that they are about. */
	readonly lead?: ReactNode;
}

/** One person's words. Text only: nothing in it is ever read as markup. */
export function CommentBody({ comment, lead }: CommentBodyProps) {
	const [isEditing, setEditing] = useState(false);
	const { author } = comment;
	if (comment.isDeleted) {
		return (
			<p className="py-1 text-ink-muted text-sm">
				{lead}
				<span className="italic">This comment was deleted.</span>
			</p>
		);
	}
	return (
		<div className="group/comment flex gap-2.5">
			<Avatar person={author ?? { id: "deleted", name: "?" }} size="md" className="mt-0.5" />
			<div className="min-w-0 flex-1">
				<div className="flex min-h-6 items-center gap-2">
					<span className="truncate font-medium text-sm">{author?.name ?? "Someone who left"}</span>
					<span className="shrink-0 text-ink-muted text-xs">
						<RelativeTime at={comment.createdAt} />
						{comment.editedAt ? " · edited" : null}
					</span>
					<span className="flex-1" />
					{comment.outgoing ? null : (
						<CommentActions comment={comment} onEdit={() => setEditing(true)} />
					)}
				</div>
				{isEditing ? (
					<EditComment comment={comment} onClose={() => setEditing(false)} />
				) : (
					<p className="wrap-anywhere whitespace-pre-wrap">
						{lead}
						{comment.body}
					</p>
				)}
				{comment.outgoing ? <OutgoingNote comment={comment} /> : null}
			</div>
		</div>
	);
}
