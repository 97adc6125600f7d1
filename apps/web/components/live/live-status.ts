import type { LiveStatus } from "./live-channel.ts";

let status: LiveStatus = "connecting";
const listeners = new Set<() => void>();

/** How the connection is, for whoever wants to say so. */
export const liveStatus = {
	get: () => status,
	set(next: LiveStatus) {
		status = next;
		for (const notify of listeners) notify();
	},
	subscribe(listener: () => void) {
		listeners.add(listener);
		return () => listeners.delete(listener);
	},
};
