"use client";

import { clsx } from "clsx";
import { formatTimecode } from "../../lib/format/timecode.ts";
import type { Thread } from "../comments/threads.ts";
import { personClass } from "../ui/person.ts";
import { useFocus, useWatch } from "../watch/watch-context.tsx";
import { usePlayer } from "./player-context.tsx";
import { stripPlace } from "./strip-place.ts";
import { layoutMarkers, type Marker, type MarkerInput } from "./timeline-layout.ts";

interface MarkerLaneProps {
	readonly threads: readonly Thread[];
	readonly durationMs: number;
}

interface ThreadMark extends MarkerInput {
	readonly thread: Thread;
}

/** A mark's width as a share of the strip: 12 px of some 700. */
const gap = 12 / 700;
const nobody = "deleted";

/** One mark per thread in its author's hue; ranges are bars, close ones share a mark with a number. */
export function MarkerLane({ threads, durationMs }: MarkerLaneProps) {
	const marks = threads.map(
		(thread): ThreadMark => ({
			id: thread.first.id,
			startMs: thread.first.startMs,
			endMs: thread.first.endMs,
			authorId: thread.first.author?.id ?? nobody,
			thread,
		}),
	);
	return (
		<ul aria-label="Comments on the timeline" className="relative h-6 coarse:h-8">
			{layoutMarkers(marks, durationMs, gap).map((marker) => (
				<MarkerItem key={marker.threads[0].id} marker={marker} />
			))}
		</ul>
	);
}

function MarkerItem({ marker }: { readonly marker: Marker<ThreadMark> }) {
	const { focus, selectComment } = useWatch();
	const player = usePlayer();
	const [mark] = marker.threads;
	const { first } = mark.thread;
	const ids = marker.threads.map(({ id }) => id);
	const isLit = useFocus(
		({ hoveredId, selectedId }) =>
			ids.includes(hoveredId ?? "") || (hoveredId === null && ids.includes(selectedId ?? "")),
	);
	const count = marker.threads.length;
	const who = first.author?.name ?? "Someone";
	const label =
		count > 1
			? `${count} comments at ${formatTimecode(first.startMs)}`
			: `${who} at ${formatTimecode(first.startMs)}: ${first.body.slice(0, 80)}`;
	return (
		<li
			className={clsx("absolute inset-y-0", personClass(mark.authorId))}
			style={stripPlace(marker.at, marker.width)}
		>
			<button
				type="button"
				tabIndex={-1}
				title={label}
				aria-label={label}
				className={clsx(
					"group flex h-full items-center justify-center",
					marker.width === null ? "-translate-x-1/2 w-6 coarse:w-8" : "w-full min-w-3",
				)}
				onPointerEnter={() => focus.hover(mark.id)}
				onPointerLeave={() => focus.hover(null)}
				onClick={() => {
					player.seek({
						startMs: first.startMs,
						...(first.frameIndex === null ? {} : { frameIndex: first.frameIndex }),
					});
					selectComment(first.id);
				}}
			>
				<span
					className={clsx(
						"flex items-center justify-center bg-person-mark font-semibold text-[0.625rem] text-canvas transition-[scale,box-shadow]",
						marker.width !== null && "h-2 w-full rounded-full",
						marker.width === null && (count > 1 ? "size-4 rounded-full" : "size-3 rounded-full"),
						isLit && "ring-2 ring-ink ring-offset-1 ring-offset-canvas",
						isLit && marker.width === null && "scale-115",
					)}
				>
					{count > 1 ? <span className="mono">{count > 9 ? "9+" : count}</span> : null}
				</span>
			</button>
		</li>
	);
}
