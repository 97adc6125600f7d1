"use client";

import type { TrashedVideo } from "@nuclom/services/schemas";
import { useQueryClient } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { useRef, useState } from "react";
import { useFocusHandover } from "../../lib/focus-handover.ts";
import { formatBytes } from "../../lib/format/bytes.ts";
import { Poster } from "../library/poster.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { preloadDialog } from "../ui/dialog.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { Timecode } from "../ui/timecode.tsx";
import { useNow } from "../ui/use-now.ts";
import { restoreVideo } from "./restore-video.ts";
import { describeEnd } from "./trash-words.ts";

interface TrashRowProps {
	readonly video: TrashedVideo;
	/** Asks whether it may go for ever. */
	readonly onPurge: (video: TrashedVideo) => void;
}

/** One video in the trash, and what may be done with it. */
export function TrashRow({ video, onPurge }: TrashRowProps) {
	const row = useRef<HTMLLIElement>(null);
	useFocusHandover(row);
	const { now } = useNow();
	const end = describeEnd(new Date(video.purgedAfter), now);
	return (
		<li ref={row} className="flex flex-wrap items-center gap-x-4 gap-y-3 py-3">
			<div className="relative aspect-video w-28 shrink-0 overflow-hidden rounded-control border border-line">
				<Poster url={video.posterUrl} isEager={false} />
				{video.durationMs === null ? null : (
					<span className="stage absolute right-1 bottom-1 rounded-sm bg-canvas/85 px-1 text-ink text-xs">
						<Timecode ms={video.durationMs} />
					</span>
				)}
			</div>
			<div className="flex min-w-0 flex-1 basis-56 flex-col items-start gap-1 max-sm:basis-40">
				<h2 className="line-clamp-2 wrap-anywhere font-medium text-base leading-snug">
					{video.title}
				</h2>
				<p className="text-ink-muted text-sm">
					<span className="mono">{formatBytes(video.sizeBytes)}</span> · deleted{" "}
					{video.deletedBy ? `by ${video.deletedBy.name} ` : null}
					<RelativeTime at={video.deletedAt} />
				</p>
				<Badge tone={end.isSoon ? "caution" : "neutral"}>{end.text}</Badge>
			</div>
			{video.canEdit ? <RowActions video={video} onPurge={onPurge} /> : null}
		</li>
	);
}

function RowActions({ video, onPurge }: TrashRowProps) {
	const queries = useQueryClient();
	const [isBusy, setBusy] = useState(false);
	const restore = async () => {
		setBusy(true);
		await restoreVideo(queries, video);
		setBusy(false);
	};
	return (
		<div className="flex gap-2 max-sm:w-full">
			<Button
				size="sm"
				icon={<RotateCcw aria-hidden />}
				isBusy={isBusy}
				aria-label={`Restore ${video.title}`}
				onClick={restore}
			>
				Restore
			</Button>
			<Button
				size="sm"
				variant="ghost"
				aria-label={`Delete for ever: ${video.title}`}
				onPointerEnter={preloadDialog}
				onFocus={preloadDialog}
				onClick={() => onPurge(video)}
			>
				Delete for ever
			</Button>
		</div>
	);
}
