import { formatTimeParameter, parseTimeParameter } from "../../lib/format/timecode.ts";

const railTabs = ["comments", "transcript", "summary", "details"] as const;
export type RailTab = (typeof railTabs)[number];

export interface WatchAddress {
	readonly tab: RailTab;
	/** Where to start; undefined for the beginning. */
	readonly startMs: number | undefined;
	readonly commentId: string | undefined;
}

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

const first = (value: string | readonly string[] | undefined) =>
	typeof value === "string" ? value : value?.[0];

/** What the address of a watch page says; what it says wrongly is left out. */
export function readAddress(query: Query): WatchAddress {
	const tab = railTabs.find((candidate) => candidate === first(query.tab)) ?? "comments";
	return {
		tab,
		startMs: parseTimeParameter(first(query.t)),
		commentId: first(query.comment) || undefined,
	};
}

/** The same page with something changed; null removes a parameter. */
export function changeQuery(href: string, change: Readonly<Record<string, string | null>>): string {
	const url = new URL(href);
	for (const [name, value] of Object.entries(change)) {
		if (value === null) url.searchParams.delete(name);
		else url.searchParams.set(name, value);
	}
	return url.href;
}

/** A link to a moment, for a colleague. */
export function momentLink(href: string, ms: number, commentId?: string): string {
	const { origin, pathname } = new URL(href);
	const link = new URL(pathname, origin);
	link.searchParams.set("t", formatTimeParameter(ms));
	if (commentId) link.searchParams.set("comment", commentId);
	return link.href;
}

/** Writes the address without a visit to the server and without a step in the history. */
export function replaceAddress(change: Readonly<Record<string, string | null>>): void {
	window.history.replaceState(null, "", changeQuery(window.location.href, change));
}
