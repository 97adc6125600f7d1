"use client";

import { type RefObject, useLayoutEffect } from "react";

const focusable = "a[href], button:not([disabled])";
/** What a row opened: the focus is in there, and comes back to the row when it closes. */
const popup = "[role=menu], [role=dialog], [role=alertdialog]";

/** Where the focus goes when a row of a list leaves: to the row that takes its place, or to the page. */
export function neighborOf(row: Element): () => HTMLElement | null {
	const next = row.nextElementSibling;
	const previous = row.previousElementSibling;
	return () => {
		const neighbor = [next, previous].find((element) => element?.isConnected);
		return (
			neighbor?.querySelector<HTMLElement>(focusable) ?? document.getElementById("content") ?? null
		);
	};
}

/** Hands the focus on when a row leaves its list with the focus in it: it would fall to the top of the page. */
export function useFocusHandover(row: RefObject<HTMLElement | null>): void {
	useLayoutEffect(() => {
		const element = row.current;
		return () => {
			const focused = document.activeElement;
			if (!element || !(element.contains(focused) || focused?.closest(popup))) return;
			const findNeighbor = neighborOf(element);
			requestAnimationFrame(() => {
				// In its place still: only React's own rehearsal in development.
				if (element.isConnected || document.activeElement?.closest(popup)) return;
				findNeighbor()?.focus({ preventScroll: true });
			});
		};
	}, [row]);
}
