"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { orpc } from "../../lib/api.ts";
import { useVideoInput } from "../watch/watch-context.tsx";
import { usePlayerFact } from "./player-context.tsx";

export interface Playback {
	readonly url: string;
	readonly contentType: string;
	readonly posterUrl: string | null;
	/** ISO 8601. */
	readonly expiresAt: string;
}

/** An address is asked for again by itself at most this often; after that a person decides. */
const quietMs = 15_000;

/**
 * The signed address to play. It stays the same while it works, because a new one starts the picture
 * anew; when the element fails, a fresh one is fetched once and the place is kept.
 */
export function usePlayback(initialData: Playback | undefined) {
	const query = useQuery(
		orpc.videos.playback.queryOptions({
			input: useVideoInput(),
			initialData,
			staleTime: Number.POSITIVE_INFINITY,
			gcTime: 0,
		}),
	);
	const errorCode = usePlayerFact((snapshot) => snapshot.errorCode);
	const askedAtMs = useRef(Number.NEGATIVE_INFINITY);
	const { refetch, isFetching } = query;

	useEffect(() => {
		if (errorCode === null || performance.now() - askedAtMs.current < quietMs) return;
		askedAtMs.current = performance.now();
		void refetch();
	}, [errorCode, refetch]);

	return {
		playback: query.data,
		/** Nothing helps by itself any more. */
		problem: isFetching ? null : (query.error ?? errorCode),
		retry: () => void refetch(),
	};
}
