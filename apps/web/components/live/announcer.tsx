"use client";

import { useSyncExternalStore } from "react";
import { announcements } from "./announce.ts";

const nothing = () => "";

/** Where announcements are read from; not to be seen. */
export function Announcer() {
	const text = useSyncExternalStore(announcements.subscribe, announcements.get, nothing);
	return (
		<p role="status" aria-live="polite" className="sr-only">
			{text}
		</p>
	);
}
