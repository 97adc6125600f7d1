"use client";

import type { Video } from "@nuclom/services/schemas";
import { useRef } from "react";
import { flushSync } from "react-dom";
import { type CommentPage, useThreads } from "../comments/use-comments.ts";
import { useTypingAnywhere } from "../comments/use-typing-anywhere.ts";
import { Stage } from "../player/stage.tsx";
import type { Playback } from "../player/use-playback.ts";
import type { RailTab } from "./address.ts";
import { useChapters } from "./use-chapters.ts";
import { useReadyAnnouncement } from "./use-ready-announcement.ts";
import { useWatch } from "./watch-context.tsx";
import { WatchHeader } from "./watch-header.tsx";
import { WatchRail } from "./watch-rail.tsx";

interface WatchLayoutProps {
	readonly video: Video;
	readonly tab: RailTab;
	readonly initialComments: CommentPage;
	readonly initialPlayback: Playback | undefined;
}

/** Picture left and words right, in one screen; on a narrow one the picture sticks above the words. */
export function WatchLayout({ video, tab, initialComments, initialPlayback }: WatchLayoutProps) {
	const { openTab } = useWatch();
	const { threads, error, refetch } = useThreads(initialComments);
	const chapters = useChapters(video);
	const composer = useRef<HTMLTextAreaElement>(null);
	useReadyAnnouncement(video);

	const openComposer = () => {
		// The box must be there before the pressed key's letter looks for a place.
		flushSync(() => openTab("comments"));
		composer.current?.focus();
	};
	useTypingAnywhere(openComposer);

	return (
		<div className="flex min-h-[calc(100dvh-3rem)] flex-col lg:h-dvh lg:min-h-0 lg:flex-row">
			<div className="contents lg:flex lg:min-w-0 lg:flex-1 lg:flex-col">
				<WatchHeader video={video} />
				<div className="sticky top-12 z-10 flex flex-col lg:static lg:min-h-0 lg:flex-1">
					<Stage
						video={video}
						initialPlayback={initialPlayback}
						chapters={chapters}
						threads={threads}
						onComment={openComposer}
					/>
				</div>
			</div>
			<WatchRail
				video={video}
				tab={tab}
				threads={threads}
				error={error}
				onRetry={() => void refetch()}
				composerRef={composer}
			/>
		</div>
	);
}
