"use client";

import { clsx } from "clsx";
import { formatTimecode } from "../../lib/format/timecode.ts";
import { stripPlace } from "./strip-place.ts";

interface HoverTimeProps {
	readonly ms: number;
	readonly durationMs: number;
	/** Of the chapter there. */
	readonly title: string | undefined;
}

/** Where a press would lead. */
export function HoverTime({ ms, durationMs, title }: HoverTimeProps) {
	const ratio = ms / durationMs;
	return (
		<div
			aria-hidden
			className="pointer-events-none absolute inset-y-0 z-10 w-px bg-ink/60"
			style={stripPlace(ratio)}
		>
			<span
				className={clsx(
					"absolute bottom-full mb-1 flex w-max max-w-64 gap-2 rounded-control bg-raised px-2 py-1 text-xs shadow-float",
					ratio < 0.15 ? "left-0" : ratio > 0.85 ? "right-0" : "-translate-x-1/2",
				)}
			>
				<span className="mono">{formatTimecode(ms)}</span>
				{title ? <span className="truncate text-ink-muted">{title}</span> : null}
			</span>
		</div>
	);
}
