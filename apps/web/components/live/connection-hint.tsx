"use client";

import { CloudOff } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { LiveStatus } from "./live-channel.ts";
import { liveStatus } from "./live-status.ts";

/** Short drops heal unseen. */
const patienceMs = 6000;
const atFirst = (): LiveStatus => "connecting";

// A cut cable does not end a stream for a long while; the browser often knows at once.
const isNetworkThere = () => navigator.onLine;
const thereAtFirst = () => true;
function subscribeToNetwork(listener: () => void) {
	window.addEventListener("online", listener);
	window.addEventListener("offline", listener);
	return () => {
		window.removeEventListener("online", listener);
		window.removeEventListener("offline", listener);
	};
}

/** Says so when the page has not been fresh for several seconds. */
export function ConnectionHint() {
	const status = useSyncExternalStore(liveStatus.subscribe, liveStatus.get, atFirst);
	const [isLate, setLate] = useState(false);
	const isOnline = useSyncExternalStore(subscribeToNetwork, isNetworkThere, thereAtFirst);
	const isDown = status === "down" || !isOnline;
	useEffect(() => {
		if (!isDown) return setLate(false);
		const timer = setTimeout(setLate, patienceMs, true);
		return () => clearTimeout(timer);
	}, [isDown]);
	return (
		<div
			role="status"
			className="pointer-events-none fixed inset-x-0 bottom-18 z-30 flex justify-center lg:top-2 lg:bottom-auto"
		>
			{isLate ? (
				<span className="inline-flex items-center gap-2 rounded-full bg-raised px-3 py-1.5 text-ink-muted text-sm shadow-float">
					<CloudOff aria-hidden />
					{isOnline ? "Reconnecting…" : "You are offline."} What you see may be a little old.
				</span>
			) : null}
		</div>
	);
}
