"use client";

import type { VideoSummary } from "@nuclom/services/schemas";
import { useInfiniteQuery } from "@tanstack/react-query";
import { orpc } from "../../lib/api.ts";
import { pageSize } from "./page-size.ts";

export interface VideoPage {
	readonly items: VideoSummary[];
	readonly nextCursor: string | null;
}

/** Videos of an organization, newest first, a page at a time. */
export function useVideos(organizationId: string, initialPage: VideoPage) {
	return useInfiniteQuery(
		orpc.videos.list.infiniteOptions({
			input: (cursor: string | undefined) => ({
				organizationId,
				limit: pageSize,
				...(cursor ? { cursor } : {}),
			}),
			initialPageParam: undefined as string | undefined,
			getNextPageParam: (page: VideoPage) => page.nextCursor ?? undefined,
			initialData: { pages: [initialPage], pageParams: [undefined] },
		}),
	);
}
