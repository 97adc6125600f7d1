"use client";

import { formatTimecode } from "../../lib/format/timecode.ts";
import { usePlayer } from "../player/player-context.tsx";

interface TimedLineProps {
	readonly ms: number;
	readonly title: string;
	readonly detail: string | null;
}

/** Something that belongs to a moment: a press goes there. */
export function TimedLine({ ms, title, detail }: TimedLineProps) {
	const player = usePlayer();
	return (
		<li>
			<button
				type="button"
				className="flex w-full gap-3 rounded-control px-2 py-1.5 text-left hover:bg-hover"
				onClick={() => player.seek({ startMs: ms })}
			>
				<span className="mono w-10 shrink-0 pt-px text-right text-accent-ink text-xs leading-5">
					{formatTimecode(ms)}
				</span>
				<span className="wrap-anywhere min-w-0 flex-1">
					<span className="block">{title}</span>
					{detail ? <span className="block text-ink-muted text-sm">{detail}</span> : null}
				</span>
			</button>
		</li>
	);
}
