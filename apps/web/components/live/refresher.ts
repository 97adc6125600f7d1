import type { ApiClient } from "@nuclom/api/client";
import type { DomainEvent, StreamItem, Video } from "@nuclom/services/schemas";
import { generateOperationKey } from "@orpc/tanstack-query";
import { hashKey, type InfiniteData, type QueryClient } from "@tanstack/react-query";
import { staleAfter } from "./stale-keys.ts";

export interface RefresherOptions {
	readonly queryClient: QueryClient;
	readonly client: ApiClient;
	/** Events that come together are answered together. */
	readonly collectMs?: number;
}

interface ListPage {
	readonly items: readonly { readonly id: string }[];
}

/** Turns items of the stream into fetches of what the open pages show. */
export function createRefresher({ queryClient, client, collectMs = 150 }: RefresherOptions) {
	const keys = new Map<string, readonly unknown[]>();
	const videos = new Map<string, DomainEvent>();
	let isCollecting = false;
	let wasReady = false;

	const flush = () => {
		isCollecting = false;
		for (const queryKey of keys.values()) void queryClient.invalidateQueries({ queryKey });
		for (const [videoId, { organizationId }] of videos) {
			void refreshVideo(queryClient, client, { organizationId, videoId });
		}
		keys.clear();
		videos.clear();
	};

	return (item: StreamItem) => {
		if (item.kind === "reset") void queryClient.invalidateQueries();
		if (item.kind === "ready" && !wasReady) {
			wasReady = true;
			// Between the server's render and the stream's start something may have happened unheard.
			void queryClient.invalidateQueries({
				predicate: (query) => query.state.dataUpdateCount === 0,
			});
		}
		if (item.kind !== "event") return;
		const stale = staleAfter(item.event);
		for (const key of stale.keys) keys.set(hashKey(key), key);
		if (stale.videoId) videos.set(stale.videoId, item.event);
		if (isCollecting) return;
		isCollecting = true;
		setTimeout(flush, collectMs);
	};
}

/** Fetches one video when anything on a page shows it, and puts it into every list that has it. */
async function refreshVideo(
	queryClient: QueryClient,
	client: ApiClient,
	input: { organizationId: string; videoId: string },
) {
	const listKey = generateOperationKey(["videos", "list"], {
		input: { organizationId: input.organizationId },
	});
	const videoKey = generateOperationKey(["videos", "get"], { input });
	const has = ({ items }: ListPage) => items.some(({ id }) => id === input.videoId);
	const lists = queryClient.getQueriesData<InfiniteData<ListPage>>({ queryKey: listKey });
	const isListed = lists.some(([, data]) => data?.pages.some(has));
	const isOpen = queryClient.getQueriesData({ queryKey: videoKey }).length > 0;
	if (!isListed && !isOpen) return;
	try {
		const video: Video = await client.videos.get(input);
		queryClient.setQueriesData({ queryKey: videoKey }, () => video);
		queryClient.setQueriesData<InfiniteData<ListPage>>({ queryKey: listKey }, (data) =>
			data ? { ...data, pages: data.pages.map((page) => withVideo(page, video)) } : undefined,
		);
	} catch {
		// Gone, or the connection is: the pages ask again themselves and say why.
		void queryClient.invalidateQueries({ queryKey: videoKey });
	}
}

function withVideo(page: ListPage, video: Video): ListPage {
	return { ...page, items: page.items.map((item) => (item.id === video.id ? video : item)) };
}
