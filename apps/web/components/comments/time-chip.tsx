"use client";

import { formatTimecode } from "../../lib/format/timecode.ts";

interface TimeChipProps {
	readonly ms: number;
	readonly endMs?: number | null | undefined;
	readonly onClick: () => void;
}

/** A moment that can be gone to. */
export function TimeChip({ ms, endMs, onClick }: TimeChipProps) {
	const range = endMs === null || endMs === undefined ? "" : `–${formatTimecode(endMs)}`;
	const text = `${formatTimecode(ms)}${range}`;
	return (
		<button
			type="button"
			aria-label={`Go to ${text}`}
			className="mono mr-1.5 rounded-sm bg-accent-soft px-1.5 py-0.5 text-accent-ink text-xs hover:underline coarse:py-1"
			onClick={onClick}
		>
			{text}
		</button>
	);
}
