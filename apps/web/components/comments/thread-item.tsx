"use client";

import { clsx } from "clsx";
import { useState } from "react";
import { usePlayer, usePlayerFact } from "../player/player-context.tsx";
import { useFocus, useWatch } from "../watch/watch-context.tsx";
import { CommentBody } from "./comment-body.tsx";
import type { ShownComment } from "./outbox.ts";
import { ReplyBox } from "./reply-box.tsx";
import type { Thread } from "./threads.ts";
import { TimeChip } from "./time-chip.tsx";

interface ThreadItemProps {
	readonly thread: Thread<ShownComment>;
	/** The playhead is at its moment. */
	readonly isCurrent: boolean;
}

/** A comment and its answers. Hovered or chosen, its mark on the timeline lights up. */
export function ThreadItem({ thread: { first, replies }, isCurrent }: ThreadItemProps) {
	const { focus, selectComment } = useWatch();
	const player = usePlayer();
	const [isReplying, setReplying] = useState(false);
	const hasPicture = usePlayerFact((snapshot) => snapshot.isAttached);
	const isHovered = useFocus(({ hoveredId }) => hoveredId === first.id);
	const isSelected = useFocus(
		({ selectedId }) =>
			selectedId !== null && [first, ...replies].some(({ id }) => id === selectedId),
	);
	return (
		<li
			data-thread={first.id}
			aria-current={isCurrent ? "time" : undefined}
			className={clsx(
				"relative flex flex-col gap-2 border-line border-b px-4 py-3 transition-colors [contain-intrinsic-size:auto_96px] [content-visibility:auto]",
				"before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:transition-colors",
				isCurrent && "before:bg-accent-mark",
				isSelected ? "bg-accent-soft/60" : isHovered && "bg-hover",
			)}
			onPointerEnter={() => focus.hover(first.id)}
			onPointerLeave={() => focus.hover(null)}
		>
			<CommentBody
				comment={first}
				lead={
					hasPicture ? (
						<TimeChip
							ms={first.startMs}
							endMs={first.endMs}
							onClick={() => {
								player.seek({
									startMs: first.startMs,
									...(first.frameIndex === null ? {} : { frameIndex: first.frameIndex }),
								});
								selectComment(first.id);
							}}
						/>
					) : null
				}
			/>
			{replies.length > 0 ? (
				<ul className="ml-3.5 flex flex-col gap-3 border-line border-l pl-4">
					{replies.map((reply) => (
						<li key={reply.id}>
							<CommentBody comment={reply} />
						</li>
					))}
				</ul>
			) : null}
			{first.outgoing ? null : isReplying ? (
				<div className="pl-9.5">
					<ReplyBox to={first} onClose={() => setReplying(false)} />
				</div>
			) : (
				<button
					type="button"
					className="ml-8.5 inline-flex h-7 items-center self-start rounded-control px-1 text-ink-muted text-sm hover:text-ink coarse:h-11"
					onClick={() => setReplying(true)}
				>
					Reply
				</button>
			)}
		</li>
	);
}
