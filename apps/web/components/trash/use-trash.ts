"use client";

import type { TrashedVideo } from "@nuclom/services/schemas";
import { useInfiniteQuery } from "@tanstack/react-query";
import { orpc } from "../../lib/api.ts";
import { trashPageSize } from "./trash-page-size.ts";

export interface TrashPage {
	readonly items: TrashedVideo[];
	readonly nextCursor: string | null;
}

/** Videos in the trash, newest first, a page at a time. */
export function useTrash(organizationId: string, initialPage: TrashPage) {
	return useInfiniteQuery(
		orpc.trash.list.infiniteOptions({
			input: (cursor: string | undefined) => ({
				organizationId,
				limit: trashPageSize,
				...(cursor ? { cursor } : {}),
			}),
			initialPageParam: undefined as string | undefined,
			getNextPageParam: (page: TrashPage) => page.nextCursor ?? undefined,
			initialData: { pages: [initialPage], pageParams: [undefined] },
		}),
	);
}
