"use client";

import type { Organization, Person } from "@nuclom/services/schemas";
import { createContext, type ReactNode, use, useCallback, useSyncExternalStore } from "react";
import type { RailTab } from "./address.ts";
import type { Focus, FocusStore } from "./focus-store.ts";

export interface Watch {
	readonly organization: Organization;
	/** Who watches. */
	readonly viewer: Person;
	readonly videoId: string;
	readonly focus: FocusStore;
	readonly openTab: (tab: RailTab) => void;
	/** Chooses a comment, shows it in the rail, and writes it into the address. */
	readonly selectComment: (commentId: string | null) => void;
}

const WatchContext = createContext<Watch | null>(null);

export function WatchProvider(props: { readonly watch: Watch; readonly children: ReactNode }) {
	return <WatchContext value={props.watch}>{props.children}</WatchContext>;
}

/** What every part of the watch page is about. */
export function useWatch(): Watch {
	const watch = use(WatchContext);
	if (!watch) throw new Error("useWatch needs a WatchProvider above it");
	return watch;
}

/** Names the video in requests. */
export function useVideoInput() {
	const { organization, videoId } = useWatch();
	return { organizationId: organization.id, videoId };
}

/** One fact about what is hovered and chosen. */
export function useFocus<T extends string | boolean | null>(select: (focus: Focus) => T): T {
	const { focus } = useWatch();
	const get = useCallback(() => select(focus.get()), [focus, select]);
	return useSyncExternalStore(focus.subscribe, get, get);
}
