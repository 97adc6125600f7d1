"use client";

import type { Video } from "@nuclom/services/schemas";
import { lazy, type RefObject } from "react";
import { CommentsPanel } from "../comments/comments-panel.tsx";
import type { ShownComment } from "../comments/outbox.ts";
import type { Thread } from "../comments/threads.ts";
import { LazyPart } from "../system/lazy-part.tsx";
import { MissingPart } from "../system/missing-part.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { Tabs } from "../ui/tabs.tsx";
import type { RailTab } from "./address.ts";
import { useWatch } from "./watch-context.tsx";

const TranscriptPanel = lazy(() => import("../transcript/transcript-panel.tsx"));
const SummaryPanel = lazy(() => import("../insights/summary-panel.tsx"));
const DetailsPanel = lazy(() => import("./details-panel.tsx"));

interface WatchRailProps {
	readonly video: Video;
	readonly tab: RailTab;
	readonly threads: readonly Thread<ShownComment>[];
	readonly error: Error | null;
	readonly onRetry: () => void;
	readonly composerRef: RefObject<HTMLTextAreaElement | null>;
}

/** Everything in words, beside the picture. */
export function WatchRail({ video, tab, threads, error, onRetry, composerRef }: WatchRailProps) {
	const { openTab } = useWatch();
	const count = threads.reduce((sum, { replies }) => sum + 1 + replies.length, 0);
	return (
		<aside
			aria-label="About this video"
			className="flex min-h-0 flex-col bg-surface max-lg:order-2 max-lg:flex-1 lg:w-92 lg:shrink-0 lg:border-line lg:border-l xl:w-100"
		>
			<Tabs
				label="About this video"
				tabs={[
					{ id: "comments", label: "Comments", count },
					{ id: "transcript", label: "Transcript" },
					{ id: "summary", label: "Summary" },
					{ id: "details", label: "Details" },
				]}
				value={tab}
				onValueChange={openTab}
				className="min-h-0 flex-1"
				panelClassName="flex min-h-0 flex-1 flex-col"
			>
				{tab === "comments" ? (
					<CommentsPanel threads={threads} error={error} onRetry={onRetry} inputRef={composerRef} />
				) : (
					<LazyPart
						key={tab}
						waiting={<Skeleton className="m-4 h-5 w-4/5" />}
						missing={<MissingPart />}
					>
						{tab === "transcript" ? <TranscriptPanel video={video} /> : null}
						{tab === "summary" ? <SummaryPanel video={video} /> : null}
						{tab === "details" ? <DetailsPanel video={video} /> : null}
					</LazyPart>
				)}
			</Tabs>
		</aside>
	);
}
