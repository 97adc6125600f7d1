"use client";

import { type RefObject, useEffect, useState } from "react";
import { usePlayerFact } from "../player/player-context.tsx";

const movesByHand = ["wheel", "touchmove", "keydown", "pointerdown"] as const;

/**
 * Keeps what belongs to the moment in sight while the video plays, and stops when a person scrolls.
 * Only inside a list that scrolls by itself: the page is never moved.
 */
export function useFollowScroll(list: RefObject<HTMLElement | null>, selector: string | null) {
	const isPlaying = usePlayerFact((snapshot) => snapshot.isPlaying);
	const [isFollowing, setFollowing] = useState(true);

	useEffect(() => {
		if (isPlaying) setFollowing(true);
	}, [isPlaying]);

	useEffect(() => {
		const element = list.current;
		const stop = () => setFollowing(false);
		for (const name of movesByHand) element?.addEventListener(name, stop, { passive: true });
		return () => {
			for (const name of movesByHand) element?.removeEventListener(name, stop);
		};
	}, [list]);

	useEffect(() => {
		if (isPlaying && isFollowing && selector) scrollTo(list.current, selector, "smooth");
	}, [isPlaying, isFollowing, selector, list]);

	return {
		isFollowing,
		follow: () => {
			setFollowing(true);
			if (selector) scrollTo(list.current, selector, "smooth");
		},
	};
}

/** Brings an element of a scrolling list to its middle, without moving anything around the list. */
export function scrollTo(list: HTMLElement | null, selector: string, behavior: ScrollBehavior) {
	const target = list?.querySelector<HTMLElement>(selector);
	if (!list || !target || list.scrollHeight <= list.clientHeight) return;
	const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
	const box = target.getBoundingClientRect();
	const frame = list.getBoundingClientRect();
	list.scrollBy({
		top: box.top - frame.top - (frame.height - box.height) / 2,
		behavior: isCalm ? "auto" : behavior,
	});
}
