"use client";

import { clsx } from "clsx";
import { formatTimecode } from "../../lib/format/timecode.ts";
import { usePlayer, usePlayerFact } from "./player-context.tsx";
import { stripPlace } from "./strip-place.ts";
import type { Band } from "./timeline-layout.ts";

interface ChapterBandsProps {
	readonly bands: readonly Band[];
	readonly durationMs: number;
}

/** Chapters side by side, in the length that they have. A press goes to the chapter's beginning. */
export function ChapterBands({ bands, durationMs }: ChapterBandsProps) {
	const player = usePlayer();
	const current = usePlayerFact(({ currentMs }) =>
		bands.findIndex((band) => currentMs >= band.startMs && currentMs < band.endMs),
	);
	return (
		<ul aria-label="Chapters" className="relative h-5 max-sm:hidden">
			{bands.map(({ startMs, endMs, title }, index) => (
				<li
					key={startMs}
					className="absolute inset-y-0 px-px"
					style={stripPlace(startMs / durationMs, (endMs - startMs) / durationMs)}
				>
					<button
						type="button"
						tabIndex={-1}
						title={title}
						aria-label={`Chapter ${index + 1} at ${formatTimecode(startMs)}: ${title}`}
						className={clsx(
							"block size-full truncate rounded-sm px-1.5 text-left text-xs transition-colors hover:bg-pressed hover:text-ink",
							index === current ? "bg-accent-soft text-accent-ink" : "bg-hover text-ink-muted",
						)}
						onClick={() => player.seek({ startMs })}
					>
						{title}
					</button>
				</li>
			))}
		</ul>
	);
}
