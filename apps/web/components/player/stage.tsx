"use client";

import type { Video } from "@nuclom/services/schemas";
import { useRef } from "react";
import type { Thread } from "../comments/threads.ts";
import { Controls } from "./controls.tsx";
import { FailedPanel } from "./failed-panel.tsx";
import { constantRate } from "./frame.ts";
import { Picture } from "./picture.tsx";
import { Timeline } from "./timeline.tsx";
import { useFullscreen } from "./use-fullscreen.ts";
import type { Playback } from "./use-playback.ts";
import { usePlayerKeys } from "./use-player-keys.ts";
import { WaitingPanel } from "./waiting-panel.tsx";

interface StageProps {
	readonly video: Video;
	readonly initialPlayback: Playback | undefined;
	readonly chapters: readonly { readonly startMs: number; readonly title: string }[];
	readonly threads: readonly Thread[];
	readonly onComment: () => void;
}

/** The picture with its instrument; it fills the screen as one. Dark in both themes. */
export function Stage({ video, initialPlayback, chapters, threads, onComment }: StageProps) {
	const frame = useRef<HTMLDivElement>(null);
	const fullscreen = useFullscreen(frame);
	usePlayerKeys({ onFullscreen: fullscreen.toggle, onComment });
	return (
		<div ref={frame} className="stage flex min-h-0 flex-1 flex-col bg-canvas text-ink">
			<div className="relative aspect-video min-h-0 w-full bg-sunken lg:aspect-auto lg:flex-1">
				{video.status === "ready" ? (
					<Picture
						title={video.title}
						posterUrl={video.posterUrl}
						initialPlayback={initialPlayback}
						onFullscreen={fullscreen.toggle}
					/>
				) : video.status === "failed" ? (
					<FailedPanel video={video} />
				) : (
					<WaitingPanel video={video} />
				)}
			</div>
			{video.status === "ready" ? (
				<>
					<Timeline chapters={chapters} threads={threads} />
					<Controls
						rate={constantRate(video.version)}
						isFullscreen={fullscreen.isFullscreen}
						onFullscreen={fullscreen.toggle}
						onPictureInPicture={fullscreen.togglePictureInPicture}
					/>
				</>
			) : null}
		</div>
	);
}
