import type { ApiClient } from "@nuclom/api/client";
import type { DomainEvent, StreamItem } from "@nuclom/services/schemas";
import { generateOperationKey } from "@orpc/tanstack-query";
import { QueryClient } from "@tanstack/react-query";
import { describe, expect, it, vi } from "vitest";
import { createRefresher } from "./refresher.ts";

const organizationId = "o";
const event = (
	type: DomainEvent["type"],
	id = "v1",
	parentId: string | null = null,
): StreamItem => ({
	kind: "event",
	event: { type, organizationId, id, parentId, seq: 1, lsn: "0/0" },
});

const listKey = generateOperationKey(["videos", "list"], {
	type: "infinite",
	input: { organizationId, limit: 24 },
});
const videoKey = (videoId: string) =>
	generateOperationKey(["videos", "get"], { type: "query", input: { organizationId, videoId } });
const commentsKey = (videoId: string) =>
	generateOperationKey(["comments", "list"], {
		type: "infinite",
		input: { organizationId, videoId },
	});

function setup() {
	const queryClient = new QueryClient();
	queryClient.setQueryData(listKey, {
		pages: [{ items: [{ id: "v1", title: "old" }], nextCursor: "c" }, { items: [{ id: "v2" }] }],
		pageParams: [],
	});
	queryClient.setQueryData(videoKey("v1"), { id: "v1", title: "old" });
	queryClient.setQueryData(commentsKey("v1"), {});
	queryClient.setQueryData(commentsKey("v2"), {});
	const get = vi.fn(async ({ videoId }: { videoId: string }) => ({ id: videoId, title: "new" }));
	const client = { videos: { get } } as unknown as ApiClient;
	const refresh = createRefresher({ queryClient, client, collectMs: 0 });
	const isStale = (key: readonly unknown[]) => queryClient.getQueryState(key)?.isInvalidated;
	return { queryClient, get, refresh, isStale };
}

describe("createRefresher", () => {
	it("fetches a changed video once and puts it wherever it stands", async () => {
		const { queryClient, get, refresh, isStale } = setup();
		for (let count = 0; count < 5; count += 1) refresh(event("video.updated"));
		await vi.waitFor(() =>
			expect(queryClient.getQueryData(videoKey("v1"))).toEqual({ id: "v1", title: "new" }),
		);
		expect(get).toHaveBeenCalledTimes(1);
		expect(queryClient.getQueryData(listKey)).toMatchObject({
			pages: [{ items: [{ id: "v1", title: "new" }], nextCursor: "c" }, { items: [{ id: "v2" }] }],
		});
		expect(isStale(listKey)).toBe(false);
	});

	it("does not fetch a video that no page shows", async () => {
		const { get, refresh, isStale } = setup();
		refresh(event("video.updated", "v9"));
		refresh(event("video.created", "v9"));
		await vi.waitFor(() => expect(isStale(listKey)).toBe(true));
		expect(get).not.toHaveBeenCalled();
	});

	it("asks again for lists, trash and page when a video goes, and when it comes back", async () => {
		const inOrganization = (...path: string[]) =>
			generateOperationKey(path, { type: "query", input: { organizationId } });
		for (const type of ["video.deleted", "video.created"] as const) {
			const { queryClient, refresh, isStale } = setup();
			const trash = inOrganization("trash", "list");
			const storage = inOrganization("organizations", "storage");
			queryClient.setQueryData(trash, {});
			queryClient.setQueryData(storage, {});
			refresh(event(type));
			await vi.waitFor(() =>
				expect([listKey, videoKey("v1"), trash, storage].map(isStale)).toEqual(Array(4).fill(true)),
			);
		}
	});

	it("asks again for the comments of that video only", async () => {
		const { refresh, isStale } = setup();
		refresh(event("comment.created", "c1", "v1"));
		await vi.waitFor(() => expect(isStale(commentsKey("v1"))).toBe(true));
		expect(isStale(commentsKey("v2"))).toBe(false);
	});

	it("asks again for everything after a gap", () => {
		const { refresh, isStale } = setup();
		refresh({ kind: "reset" });
		expect([listKey, videoKey("v1"), commentsKey("v2")].map(isStale)).toEqual([true, true, true]);
	});

	it("asks once again for what the server had rendered before the stream began", async () => {
		const { queryClient, refresh, isStale } = setup();
		const rendered = videoKey("rendered");
		queryClient.getQueryCache().build(queryClient, { queryKey: rendered, initialData: {} });
		refresh({ kind: "ready" });
		expect(isStale(rendered)).toBe(true);
		expect(isStale(commentsKey("v2"))).toBe(false);

		const later = videoKey("later");
		queryClient.getQueryCache().build(queryClient, { queryKey: later, initialData: {} });
		refresh({ kind: "ready" });
		expect(isStale(later)).toBe(false);
	});
});
