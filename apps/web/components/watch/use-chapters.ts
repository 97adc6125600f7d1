"use client";

import type { Video } from "@nuclom/services/schemas";
import { useQuery } from "@tanstack/react-query";
import { orpc } from "../../lib/api.ts";
import { useVideoInput } from "./watch-context.tsx";

const none: { startMs: number; title: string }[] = [];

/** Chapters for the timeline; asked for only when there are some. */
export function useChapters(video: Video) {
	const { data } = useQuery({
		...orpc.insights.get.queryOptions({ input: useVideoInput() }),
		enabled: video.insightsStatus === "ready",
	});
	return data?.chapters ?? none;
}
