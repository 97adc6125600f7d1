import type { StreamItem } from "@nuclom/services/schemas";

/** `refused`: nobody is signed in any more, and asking again is no use. */
export type LiveStatus = "connecting" | "live" | "down" | "refused";

/** What the tabs of one browser tell each other. */
export type LiveMessage =
	| { readonly kind: "item"; readonly item: StreamItem; readonly lastEventId: string | undefined }
	| { readonly kind: "status"; readonly status: LiveStatus }
	/** A tab has just opened and asks how things are. */
	| { readonly kind: "hello" };

/** The part of BroadcastChannel that is used. A channel never hears its own messages. */
export interface LiveChannel {
	readonly post: (message: LiveMessage) => void;
	readonly listen: (onMessage: (message: LiveMessage) => void) => void;
	readonly close: () => void;
}

export function openChannel(name: string): LiveChannel {
	const channel = new BroadcastChannel(name);
	return {
		post: (message) => channel.postMessage(message),
		listen: (onMessage) => {
			channel.onmessage = (event) => onMessage(event.data);
		},
		close: () => channel.close(),
	};
}

/** Resolves `held` while this tab is the leader; without Web Locks every tab is its own. */
export function lead(
	locks: LockManager | undefined,
	name: string,
	signal: AbortSignal,
	held: () => Promise<void>,
): Promise<void> {
	return locks ? locks.request(name, { signal }, held) : held();
}
