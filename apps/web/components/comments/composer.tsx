"use client";

import { Pin } from "lucide-react";
import type { RefObject } from "react";
import { formatDuration, formatTimecode } from "../../lib/format/timecode.ts";
import { usePlayer, usePlayerFact } from "../player/player-context.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { useComposer } from "./use-composer.ts";
import { WritingBox } from "./writing-box.tsx";

interface ComposerProps {
	readonly inputRef: RefObject<HTMLTextAreaElement | null>;
}

/** Where a comment on the frame that is shown is written. */
export function Composer({ inputRef }: ComposerProps) {
	const composer = useComposer();
	const player = usePlayer();
	const hasPicture = usePlayerFact((snapshot) => snapshot.isAttached);
	const { pinned } = composer;
	return (
		<div className="shrink-0 border-line border-t bg-surface p-3 max-lg:sticky max-lg:py-2 max-lg:bottom-0 max-lg:z-10">
			<WritingBox
				isCompact
				inputRef={inputRef}
				label={hasPicture ? "Comment on this moment" : "Comment on this video"}
				placeholder={hasPicture ? "Comment on this moment" : "Comment on this video"}
				value={composer.body}
				onChange={composer.write}
				submitLabel="Comment"
				onSubmit={composer.post}
				onEscape={() => {
					inputRef.current?.blur();
					composer.goOn();
				}}
				onFocus={composer.begin}
				onBlur={composer.leave}
			>
				{hasPicture ? (
					pinned ? (
						<PinnedTime
							ms={pinned.startMs}
							onGo={() => player.seek(pinned)}
							onPinHere={composer.pinHere}
						/>
					) : (
						<LiveTime />
					)
				) : null}
			</WritingBox>
		</div>
	);
}

function LiveTime() {
	const text = usePlayerFact((snapshot) => formatTimecode(snapshot.currentMs));
	return (
		<span className="flex items-center gap-2 text-ink-muted text-xs">
			<span className="mono">at {text}</span>
			<Kbd keys="c" className="touch:hidden" />
		</span>
	);
}

interface PinnedTimeProps {
	readonly ms: number;
	readonly onGo: () => void;
	readonly onPinHere: () => void;
}

function PinnedTime({ ms, onGo, onPinHere }: PinnedTimeProps) {
	const isElsewhere = usePlayerFact((snapshot) => Math.abs(snapshot.currentMs - ms) > 250);
	return (
		<span className="flex items-center gap-1 text-xs">
			<button
				type="button"
				aria-label={`Pinned at ${formatDuration(ms)}: go there`}
				className="mono inline-flex h-7 items-center gap-1 rounded-sm bg-accent-soft px-1.5 text-accent-ink coarse:h-9"
				onMouseDown={keepFocus}
				onClick={onGo}
			>
				<Pin aria-hidden className="size-3" />
				{formatTimecode(ms)}
			</button>
			{isElsewhere ? (
				<button
					type="button"
					className="inline-flex h-7 items-center rounded-sm px-1.5 text-ink-muted hover:text-ink coarse:h-9"
					onMouseDown={keepFocus}
					onClick={onPinHere}
				>
					Move here
				</button>
			) : null}
		</span>
	);
}

/** A press beside the box must not take the focus from it. */
function keepFocus(event: { preventDefault: () => void }) {
	event.preventDefault();
}
