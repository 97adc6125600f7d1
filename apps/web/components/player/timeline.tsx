"use client";

import { type PointerEvent, useRef, useState } from "react";
import { formatDuration } from "../../lib/format/timecode.ts";
import type { Thread } from "../comments/threads.ts";
import { ChapterBands } from "./chapter-bands.tsx";
import { HoverTime } from "./hover-time.tsx";
import { MarkerLane } from "./marker-lane.tsx";
import { usePlayer, usePlayerFact } from "./player-context.tsx";
import { Playhead } from "./playhead.tsx";
import { layoutChapters, msAt } from "./timeline-layout.ts";

interface TimelineProps {
	readonly chapters: readonly { readonly startMs: number; readonly title: string }[];
	readonly threads: readonly Thread[];
}

/** The strip under the picture: chapters, progress and comments on one line of time. */
export function Timeline({ chapters, threads }: TimelineProps) {
	const durationMs = usePlayerFact((snapshot) => snapshot.durationMs);
	const [hoverMs, setHoverMs] = useState<number | null>(null);
	const bands = layoutChapters(chapters, durationMs);
	return (
		<div className="relative select-none px-3 py-2 max-sm:py-0.5">
			<div className="relative">
				{bands.length > 0 ? <ChapterBands bands={bands} durationMs={durationMs} /> : null}
				<SeekTrack durationMs={durationMs} onHover={setHoverMs} />
				<MarkerLane threads={threads} durationMs={durationMs} />
				<Playhead durationMs={durationMs} />
				{hoverMs === null || durationMs <= 0 ? null : (
					<HoverTime
						ms={hoverMs}
						durationMs={durationMs}
						title={bands.find((band) => hoverMs >= band.startMs && hoverMs < band.endMs)?.title}
					/>
				)}
			</div>
		</div>
	);
}

interface SeekTrackProps {
	readonly durationMs: number;
	readonly onHover: (ms: number | null) => void;
}

/** Press or drag to seek; it is a slider for a keyboard and a screen reader. */
function SeekTrack({ durationMs, onHover }: SeekTrackProps) {
	const player = usePlayer();
	const track = useRef<HTMLDivElement>(null);
	const second = usePlayerFact((snapshot) => Math.floor(snapshot.currentMs / 1000));

	const at = (event: PointerEvent) => {
		const box = event.currentTarget.getBoundingClientRect();
		return msAt(event.clientX, box, durationMs);
	};
	return (
		<div
			ref={track}
			role="slider"
			tabIndex={0}
			aria-label="Seek"
			aria-valuemin={0}
			aria-valuemax={Math.round(durationMs / 1000)}
			aria-valuenow={second}
			aria-valuetext={`${formatDuration(second * 1000)} of ${formatDuration(durationMs)}`}
			aria-disabled={durationMs <= 0}
			className="group relative flex h-8 cursor-pointer touch-none items-center rounded-sm coarse:h-9"
			onPointerDown={(event) => {
				if (event.button !== 0) return;
				event.currentTarget.setPointerCapture(event.pointerId);
				player.seek({ startMs: at(event) });
			}}
			onPointerMove={(event) => {
				const ms = at(event);
				onHover(ms);
				if (event.currentTarget.hasPointerCapture(event.pointerId)) player.seek({ startMs: ms });
			}}
			onPointerLeave={() => onHover(null)}
			onPointerCancel={() => onHover(null)}
			onKeyDown={(event) => {
				const target = { Home: 0, End: durationMs }[event.key];
				if (target === undefined) return;
				event.preventDefault();
				player.seek({ startMs: target });
			}}
		>
			<TrackFill durationMs={durationMs} />
		</div>
	);
}

/** What is loaded and what has been seen, drawn in SVG so that the server can draw it too. */
function TrackFill({ durationMs }: { readonly durationMs: number }) {
	const percent = (ms: number) => (durationMs > 0 ? Math.min(100, (ms / durationMs) * 100) : 0);
	const played = usePlayerFact((snapshot) => Math.round(percent(snapshot.currentMs) * 20) / 20);
	const buffered = usePlayerFact((snapshot) => Math.round(percent(snapshot.bufferedMs)));
	return (
		<svg
			aria-hidden="true"
			width="100%"
			className="block h-1.5 overflow-hidden rounded-full bg-pressed transition-[height] group-hover:h-2.5"
		>
			<rect width={`${buffered}%`} height="100%" className="fill-control-line/60" />
			<rect width={`${played}%`} height="100%" className="fill-accent-mark" />
		</svg>
	);
}
