"use client";

import { MessageSquare } from "lucide-react";
import { type RefObject, useEffect, useRef } from "react";
import { describeError } from "../../lib/errors.ts";
import { usePlayerFact } from "../player/player-context.tsx";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Notice } from "../ui/notice.tsx";
import { scrollTo, useFollowScroll } from "../watch/use-follow-scroll.ts";
import { useFocus } from "../watch/watch-context.tsx";
import { Composer } from "./composer.tsx";
import type { ShownComment } from "./outbox.ts";
import { ThreadItem } from "./thread-item.tsx";
import { type Thread, threadAt } from "./threads.ts";

interface CommentsPanelProps {
	readonly threads: readonly Thread<ShownComment>[];
	readonly error: Error | null;
	readonly onRetry: () => void;
	readonly inputRef: RefObject<HTMLTextAreaElement | null>;
}

/** What was said about the video, in its order, and where more is said. */
export function CommentsPanel({ threads, error, onRetry, inputRef }: CommentsPanelProps) {
	const list = useRef<HTMLDivElement>(null);
	const currentId = usePlayerFact(({ currentMs, isAttached }) =>
		isAttached ? threadAt(threads, currentMs) : null,
	);
	const hasPicture = usePlayerFact((snapshot) => snapshot.isAttached);
	const selectedId = useFocus((focus) => focus.selectedId);
	const selectedThread = threads.find(({ first, replies }) =>
		[first, ...replies].some(({ id }) => id === selectedId),
	)?.first.id;
	useFollowScroll(list, currentId ? `[data-thread="${currentId}"]` : null);

	useEffect(() => {
		if (selectedThread) scrollTo(list.current, `[data-thread="${selectedThread}"]`, "auto");
	}, [selectedThread]);

	return (
		<div className="flex min-h-0 flex-1 flex-col">
			{error ? (
				<Notice
					tone="danger"
					className="m-4"
					actions={
						<Button size="sm" onClick={onRetry}>
							Try again
						</Button>
					}
				>
					The comments could not be loaded. {describeError(error).title}
				</Notice>
			) : null}
			<div
				ref={list}
				// biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard.
				tabIndex={0}
				className="min-h-0 flex-1 overflow-y-auto focus-visible:-outline-offset-2"
			>
				{threads.length > 0 ? (
					<ul aria-label="Comments">
						{threads.map((thread) => (
							<ThreadItem
								key={thread.first.id}
								thread={thread}
								isCurrent={thread.first.id === currentId}
							/>
						))}
					</ul>
				) : error ? null : (
					<EmptyState icon={<MessageSquare aria-hidden />} title="No comments yet">
						<span className="touch:hidden">Type anywhere on this page to </span>
						<span className="hidden touch:inline">Write below to </span>
						{hasPicture
							? "comment on the frame that you see."
							: "comment. The video does not have to be ready."}
					</EmptyState>
				)}
			</div>
			<Composer inputRef={inputRef} />
		</div>
	);
}
