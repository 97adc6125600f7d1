import type { StreamItem } from "@nuclom/services/schemas";
import { type FollowOptions, followStream } from "./follow-stream.ts";
import { type LiveChannel, type LiveStatus, lead } from "./live-channel.ts";

export interface LiveHubOptions
	extends Pick<FollowOptions, "open" | "idOf" | "isFinal" | "wait" | "silenceMs" | "now"> {
	readonly locks: LockManager | undefined;
	readonly channel: LiveChannel;
	readonly onItem: (item: StreamItem) => void;
	readonly onStatus: (status: LiveStatus) => void;
}

/** oRPC hands out proxies, to carry the event's id; a channel can only clone plain objects. */
const plain = (item: StreamItem): StreamItem =>
	item.kind === "event" ? { kind: "event", event: { ...item.event } } : { kind: item.kind };

const lockName = "nuclom-events";

/**
 * One stream of events per browser, shared by its tabs: HTTP/1.1 allows six connections to a host,
 * and each open tab would cost one. The leader is whoever holds the lock; when its tab closes, the
 * next one goes on from the last event that it heard of.
 * @returns stops, and lets another tab lead.
 */
export function startLiveHub(options: LiveHubOptions): () => void {
	const { locks, channel, onItem, onStatus } = options;
	const control = new AbortController();
	const { signal } = control;
	let lastEventId: string | undefined;
	let status: LiveStatus = "connecting";
	let isLeader = false;

	const remember = (id: string | undefined) => {
		lastEventId = id ?? lastEventId;
	};
	const setStatus = (next: LiveStatus) => {
		if (next === status) return;
		status = next;
		onStatus(next);
	};

	channel.listen((message) => {
		if (message.kind === "item") {
			remember(message.lastEventId);
			setStatus("live");
			onItem(message.item);
		} else if (message.kind === "status") {
			setStatus(message.status);
		} else if (isLeader) {
			channel.post({ kind: "status", status });
		}
	});
	channel.post({ kind: "hello" });

	const follow = () =>
		followStream({
			...options,
			signal,
			lastEventId: () => lastEventId,
			onItem: (item, id) => {
				remember(id);
				onItem(item);
				// Heartbeats are the leader's own business.
				if (item.kind !== "heartbeat") {
					channel.post({ kind: "item", item: plain(item), lastEventId: id });
				}
			},
			onStatus: (next) => {
				if (next === status) return;
				setStatus(next);
				channel.post({ kind: "status", status: next });
			},
		});
	lead(locks, lockName, signal, async () => {
		isLeader = true;
		await follow();
	}).catch(() => {
		// Aborted while waiting for its turn.
	});

	return () => {
		control.abort();
		channel.close();
	};
}
