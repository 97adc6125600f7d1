import type { InfiniteData, QueryClient } from "@tanstack/react-query";

interface ListPage {
	readonly items: readonly { readonly id: string }[];
}

/** Takes one video out of every list that the pages hold under a key, without asking the server. */
export function takeOut(queries: QueryClient, queryKey: readonly unknown[], videoId: string): void {
	queries.setQueriesData<InfiniteData<ListPage>>({ queryKey }, (data) =>
		data?.pages
			? {
					...data,
					pages: data.pages.map((page) => ({
						...page,
						items: page.items.filter(({ id }) => id !== videoId),
					})),
				}
			: data,
	);
}
