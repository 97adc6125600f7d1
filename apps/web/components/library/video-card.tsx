"use client";

import type { VideoSummary } from "@nuclom/services/schemas";
import { MessageSquare } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { useRef } from "react";
import { useFocusHandover } from "../../lib/focus-handover.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Badge } from "../ui/badge.tsx";
import { ProgressBar } from "../ui/progress-bar.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { Timecode } from "../ui/timecode.tsx";
import { useUploadOf } from "../upload/use-uploads.ts";
import { Poster } from "./poster.tsx";
import { VideoMenu } from "./video-menu.tsx";
import { cardState } from "./video-state.ts";

interface VideoCardProps {
	readonly video: VideoSummary;
	readonly organizationSlug: string;
	readonly isEager: boolean;
}

/** One video of the library; the whole card is one link, but for its menu. */
export function VideoCard({ video, organizationSlug, isEager }: VideoCardProps) {
	const state = cardState(video, useUploadOf(video.id));
	const { createdBy, commentCount } = video;
	const card = useRef<HTMLLIElement>(null);
	useFocusHandover(card);
	return (
		<li ref={card} className="group relative flex flex-col gap-2.5">
			<div className="relative aspect-video overflow-hidden rounded-panel border border-line transition-colors group-hover:border-control-line">
				<Poster url={video.posterUrl} isEager={isEager} />
				{video.durationMs === null ? null : (
					<span className="stage absolute right-2 bottom-2 rounded-sm bg-canvas/85 px-1.5 py-0.5 text-ink text-xs">
						<Timecode ms={video.durationMs} />
					</span>
				)}
				{state ? (
					<span className="absolute top-2 left-2">
						<Badge tone={state.tone}>{state.text}</Badge>
					</span>
				) : null}
				{state?.ratio === undefined ? null : (
					<ProgressBar
						label={state.text}
						value={state.ratio}
						tone={state.tone === "neutral" ? "accent" : state.tone}
						className="absolute inset-x-0 bottom-0 rounded-none"
					/>
				)}
			</div>
			<div className="flex min-w-0 gap-2.5">
				{createdBy ? <Avatar person={createdBy} size="md" className="mt-0.5" /> : null}
				<div className="min-w-0 flex-1">
					<div className="flex items-start gap-1">
						<h2 className="line-clamp-2 min-w-0 flex-1 wrap-anywhere font-medium text-base leading-snug">
							<Link
								href={`/${organizationSlug}/videos/${video.id}` as Route}
								// A page of cards would ask the server for two dozen videos that nobody opens.
								prefetch={false}
								className="after:absolute after:inset-0 after:rounded-panel focus-visible:outline-hidden focus-visible:after:outline-2 focus-visible:after:outline-accent-mark focus-visible:after:outline-offset-2"
							>
								{video.title}
							</Link>
						</h2>
						<VideoMenu
							video={video}
							organizationSlug={organizationSlug}
							className="relative z-1 -mt-1.5 -mr-1.5 -mb-2 coarse:-my-3 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 aria-expanded:opacity-100 coarse:opacity-100"
						/>
					</div>
					<p className="mt-0.5 flex items-center gap-1.5 text-ink-muted text-sm">
						<span className="truncate">{createdBy?.name ?? "Someone who left"}</span>
						<span aria-hidden>·</span>
						<RelativeTime at={video.createdAt} className="shrink-0" />
						{commentCount > 0 ? (
							<span className="ml-auto inline-flex shrink-0 items-center gap-1">
								<MessageSquare aria-hidden className="size-3.5" />
								<span className="mono">{commentCount}</span>
								<span className="sr-only">{commentCount === 1 ? "comment" : "comments"}</span>
							</span>
						) : null}
					</p>
				</div>
			</div>
		</li>
	);
}
