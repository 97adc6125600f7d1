"use client";

import { clsx } from "clsx";
import { useCallback, useEffect, useRef } from "react";
import { formatTimecode } from "../../lib/format/timecode.ts";
import { usePlayer, usePlayerFact } from "../player/player-context.tsx";
import { Button } from "../ui/button.tsx";
import { scrollTo, useFollowScroll } from "../watch/use-follow-scroll.ts";
import { cueAt } from "./cue-at.ts";

interface Cue {
	readonly startMs: number;
	readonly endMs: number;
	readonly text: string;
}

interface CueListProps {
	readonly cues: readonly Cue[];
	/** BCP 47, for the voice of a screen reader. */
	readonly language: string | null;
}

/** Lines of speech. The browser skips drawing what is out of sight, so hours of it stay light. */
export function CueList({ cues, language }: CueListProps) {
	const list = useRef<HTMLDivElement>(null);
	const player = usePlayer();
	const current = usePlayerFact(useCallback(({ currentMs }) => cueAt(cues, currentMs), [cues]));
	const selector = current >= 0 ? `[data-cue="${current}"]` : null;
	const { isFollowing, follow } = useFollowScroll(list, selector);
	const isPlaying = usePlayerFact((snapshot) => snapshot.isPlaying);

	useEffect(() => {
		const at = cueAt(cues, player.snapshot().currentMs);
		if (at >= 0) scrollTo(list.current, `[data-cue="${at}"]`, "auto");
	}, [cues, player]);

	return (
		<div className="relative flex min-h-0 flex-1 flex-col">
			<div ref={list} className="min-h-0 flex-1 overflow-y-auto py-2">
				<ol aria-label="Transcript" lang={language ?? undefined}>
					{cues.map((cue, index) => (
						<li
							key={cue.startMs}
							data-cue={index}
							className="[contain-intrinsic-size:auto_44px] [content-visibility:auto]"
						>
							<button
								type="button"
								aria-current={index === current ? "time" : undefined}
								className={clsx(
									"flex w-full gap-3 px-4 py-2 text-left transition-colors hover:bg-hover focus-visible:-outline-offset-2",
									index === current ? "bg-accent-soft text-accent-ink" : "text-ink",
								)}
								onClick={() => player.seek({ startMs: cue.startMs })}
							>
								<span className="mono w-12 shrink-0 pt-px text-right text-ink-muted text-xs leading-5">
									{formatTimecode(cue.startMs)}
								</span>
								<span className="wrap-anywhere min-w-0 flex-1">{cue.text}</span>
							</button>
						</li>
					))}
				</ol>
			</div>
			{isPlaying && !isFollowing ? (
				<Button size="sm" className="absolute bottom-3 left-1/2 -translate-x-1/2" onClick={follow}>
					Follow along
				</Button>
			) : null}
		</div>
	);
}
