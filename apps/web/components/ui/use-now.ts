"use client";

import { useSyncExternalStore } from "react";

const tickMs = 30_000;
let now = Date.now();
let interval: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
	listeners.add(listener);
	interval ??= setInterval(() => {
		now = Date.now();
		for (const notify of listeners) notify();
	}, tickMs);
	return () => {
		listeners.delete(listener);
		if (listeners.size > 0) return;
		clearInterval(interval);
		interval = undefined;
	};
}

function current() {
	// Between ticks everyone sees one time; a clock that stood still for long starts afresh.
	if (!interval && Date.now() - now > tickMs) now = Date.now();
	return now;
}

/**
 * The time, half a minute apart: one clock for everything on the page.
 * `isMounted` is false on the server and while hydrating, where the reader's zone is not known.
 */
export function useNow(): { now: Date; isMounted: boolean } {
	const time = useSyncExternalStore(subscribe, current, () => 0);
	return { now: new Date(time || Date.now()), isMounted: time > 0 };
}
