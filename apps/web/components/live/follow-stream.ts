import type { StreamItem } from "@nuclom/services/schemas";
import type { LiveStatus } from "./live-channel.ts";

export interface FollowOptions {
	/** Opens the server's stream after the given event. */
	readonly open: (
		lastEventId: string | undefined,
		signal: AbortSignal,
	) => Promise<AsyncIterable<StreamItem>>;
	readonly idOf: (item: StreamItem) => string | undefined;
	/** Where to go on; asked before every connection, because another tab may have led meanwhile. */
	readonly lastEventId: () => string | undefined;
	readonly onItem: (item: StreamItem, lastEventId: string | undefined) => void;
	readonly onStatus: (status: LiveStatus) => void;
	/** The server's "no" is final until the page is loaded again. */
	readonly isFinal: (error: unknown) => boolean;
	readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
	readonly signal: AbortSignal;
	/** Heartbeats come more often than this; silence means a dead connection. */
	readonly silenceMs?: number;
	readonly now?: () => number;
}

const defaultSilenceMs = 60_000;

/** A connection that lasted this long counts as a success. */
const provenMs = 10_000;

/** 0.5 s, 1 s, 2 s … 30 s. */
export function reconnectDelayMs(failures: number): number {
	return Math.min(30_000, 500 * 2 ** Math.max(0, failures - 1));
}

/** Holds one stream open until aborted or refused; reconnects with growing pauses. */
export async function followStream(options: FollowOptions): Promise<void> {
	const { signal, onStatus, isFinal, wait, now = Date.now } = options;
	let failures = 0;
	while (!signal.aborted) {
		const startedAtMs = now();
		try {
			await readStream(options);
		} catch (error) {
			if (signal.aborted) return;
			if (isFinal(error)) return onStatus("refused");
		}
		// An end in good order is a drop, too: a host with a time limit closes long answers.
		failures = now() - startedAtMs > provenMs ? 1 : failures + 1;
		onStatus("down");
		await wait(reconnectDelayMs(failures), signal).catch(() => {});
	}
}

async function readStream(options: FollowOptions): Promise<void> {
	const { open, idOf, lastEventId, onItem, onStatus, silenceMs = defaultSilenceMs } = options;
	const silence = new AbortController();
	const signal = AbortSignal.any([options.signal, silence.signal]);
	let timer = setTimeout(() => silence.abort(), silenceMs);
	try {
		for await (const item of await open(lastEventId(), signal)) {
			clearTimeout(timer);
			timer = setTimeout(() => silence.abort(), silenceMs);
			onStatus("live");
			onItem(item, idOf(item));
		}
	} finally {
		clearTimeout(timer);
	}
}
