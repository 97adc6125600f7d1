"use client";

import type { Organization, Person, Video } from "@nuclom/services/schemas";
import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import { lazy, useMemo, useState } from "react";
import { orpc } from "../../lib/api.ts";
import { isApiError } from "../../lib/errors.ts";
import type { CommentPage } from "../comments/use-comments.ts";
import { constantRate } from "../player/frame.ts";
import { createPlayer } from "../player/player.ts";
import { PlayerProvider } from "../player/player-context.tsx";
import type { Playback } from "../player/use-playback.ts";
import { LazyPart } from "../system/lazy-part.tsx";
import { MissingPart } from "../system/missing-part.tsx";
import { type RailTab, replaceAddress, type WatchAddress } from "./address.ts";
import { createFocusStore } from "./focus-store.ts";
import { type Watch, WatchProvider } from "./watch-context.tsx";
import { WatchLayout } from "./watch-layout.tsx";

const GoneVideo = lazy(() => import("./gone-video.tsx"));

export interface WatchViewProps {
	readonly organization: Organization;
	readonly viewer: Person;
	readonly initialVideo: Video;
	readonly initialComments: CommentPage;
	readonly initialPlayback: Playback | undefined;
	readonly address: WatchAddress;
}

/** The page of one video. Everything below finds the video, the player and the focus by itself. */
export function WatchView(props: WatchViewProps) {
	const { organization, viewer, initialVideo, initialComments, initialPlayback, address } = props;
	const videoId = initialVideo.id;
	const [tab, setTab] = useState<RailTab>(address.tab);
	const [focus] = useState(() => createFocusStore(address.commentId ?? null));

	const { data: video, error } = useQuery(
		orpc.videos.get.queryOptions({
			input: { organizationId: organization.id, videoId },
			initialData: initialVideo,
		}),
	);
	const { durationMs, version } = video;
	const commentStartMs = initialComments.items.find(({ id }) => id === address.commentId)?.startMs;
	const [startMs] = useState(address.startMs ?? commentStartMs);
	// Another version, or a length and a rate that are known only now, is another thing to play.
	const player = useMemo(
		() => createPlayer({ durationMs: durationMs ?? 0, rate: constantRate(version), startMs }),
		[version.id, video.status === "ready", startMs],
	);
	const watch = useMemo(
		(): Watch => ({
			organization,
			viewer,
			videoId,
			focus,
			openTab(next) {
				setTab(next);
				replaceAddress({ tab: next === "comments" ? null : next });
			},
			selectComment(commentId) {
				focus.select(commentId);
				setTab("comments");
				replaceAddress({ tab: null, comment: commentId });
			},
		}),
		[organization, viewer, videoId, focus],
	);
	if (isApiError(error) && error.code === "VIDEO_NOT_FOUND") {
		return (
			<LazyPart missing={<MissingPart />}>
				<GoneVideo home={`/${organization.slug}` as Route} />
			</LazyPart>
		);
	}
	return (
		<WatchProvider watch={watch}>
			<PlayerProvider player={player}>
				<WatchLayout
					video={video}
					tab={tab}
					initialComments={initialComments}
					initialPlayback={initialPlayback}
				/>
			</PlayerProvider>
		</WatchProvider>
	);
}
