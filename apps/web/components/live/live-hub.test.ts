import type { StreamItem } from "@nuclom/services/schemas";
import { describe, expect, it, vi } from "vitest";
import { reconnectDelayMs } from "./follow-stream.ts";
import type { LiveChannel, LiveMessage, LiveStatus } from "./live-channel.ts";
import { startLiveHub } from "./live-hub.ts";

const event = (seq: number): StreamItem => ({
	kind: "event",
	event: { type: "video.updated", organizationId: "o", id: "v", parentId: null, seq, lsn: "0/0" },
});
const seqOf = (item: StreamItem) => (item.kind === "event" ? String(item.event.seq) : undefined);

/** A server whose connections the test feeds and breaks. */
function createServer() {
	const connections: {
		lastEventId: string | undefined;
		send: (item: StreamItem) => void;
		drop: () => void;
	}[] = [];
	const open = async (lastEventId: string | undefined, signal: AbortSignal) => {
		const stream = new TransformStream<StreamItem, StreamItem>();
		const writer = stream.writable.getWriter();
		const drop = () => void writer.abort(new TypeError("network error")).catch(() => {});
		signal.addEventListener("abort", drop);
		// oRPC's items are proxies, which structuredClone refuses.
		const send = (item: StreamItem) => void writer.write(new Proxy(item, {})).catch(() => {});
		connections.push({ lastEventId, send, drop });
		return stream.readable as unknown as AsyncIterable<StreamItem>;
	};
	return { connections, open };
}

/** Tabs of one browser: a lock handed on in turn, and a channel that reaches the others. */
function createBrowser() {
	let queue = Promise.resolve();
	const locks = {
		request: (_: string, { signal }: { signal: AbortSignal }, held: () => Promise<void>) => {
			const turn = queue.then(() => (signal.aborted ? undefined : held()));
			queue = turn.then(() => {});
			return turn;
		},
	} as unknown as LockManager;
	const tabs = new Map<object, (message: LiveMessage) => void>();
	const openChannel = (): LiveChannel => {
		const tab = {};
		return {
			post: (message) => {
				// As a real channel does: what cannot be cloned throws.
				const copy = structuredClone(message);
				for (const [other, hear] of tabs) if (other !== tab) hear(copy);
			},
			listen: (onMessage) => tabs.set(tab, onMessage),
			close: () => tabs.delete(tab),
		};
	};
	return { locks, openChannel };
}

function openTab(
	server: Pick<ReturnType<typeof createServer>, "open">,
	browser: ReturnType<typeof createBrowser>,
	isFinal = (_: unknown) => false,
	now = () => 0,
) {
	const waits: number[] = [];
	const items: StreamItem[] = [];
	const statuses: LiveStatus[] = [];
	const close = startLiveHub({
		locks: browser.locks,
		channel: browser.openChannel(),
		open: server.open,
		idOf: seqOf,
		isFinal,
		now,
		wait: async (ms) => {
			waits.push(ms);
		},
		onItem: (item) => items.push(item),
		onStatus: (status) => statuses.push(status),
	});
	return { items, statuses, waits, close };
}

describe("startLiveHub", () => {
	it("serves every tab from one connection", async () => {
		const server = createServer();
		const browser = createBrowser();
		const first = openTab(server, browser);
		const second = openTab(server, browser);
		await vi.waitFor(() => expect(server.connections).toHaveLength(1));
		server.connections[0]?.send(event(7));
		await vi.waitFor(() => expect(second.items).toEqual([event(7)]));
		expect(first.items).toEqual([event(7)]);
		expect(server.connections).toHaveLength(1);
		first.close();
		second.close();
	});

	it("lets the next tab go on from the last event when the leader closes", async () => {
		const server = createServer();
		const browser = createBrowser();
		const first = openTab(server, browser);
		const second = openTab(server, browser);
		await vi.waitFor(() => expect(server.connections).toHaveLength(1));
		server.connections[0]?.send(event(7));
		await vi.waitFor(() => expect(second.items).toHaveLength(1));
		first.close();
		await vi.waitFor(() => expect(server.connections).toHaveLength(2));
		expect(server.connections[1]?.lastEventId).toBe("7");
		second.close();
	});

	it("comes back after a drop, from the last event, and says so meanwhile", async () => {
		const server = createServer();
		const tab = openTab(server, createBrowser());
		await vi.waitFor(() => expect(server.connections).toHaveLength(1));
		server.connections[0]?.send(event(3));
		await vi.waitFor(() => expect(tab.items).toHaveLength(1));
		server.connections[0]?.drop();
		await vi.waitFor(() => expect(server.connections).toHaveLength(2));
		expect(server.connections[1]?.lastEventId).toBe("3");
		server.connections[1]?.send({ kind: "ready" });
		await vi.waitFor(() => expect(tab.statuses).toEqual(["live", "down", "live"]));
		tab.close();
	});

	it("waits longer each time for a server that drops it at once, and starts afresh after a good while", async () => {
		const server = createServer();
		let nowMs = 0;
		const tab = openTab(server, createBrowser(), undefined, () => nowMs);
		for (let count = 1; count <= 4; count += 1) {
			await vi.waitFor(() => expect(server.connections).toHaveLength(count));
			server.connections.at(-1)?.send({ kind: "ready" });
			await vi.waitFor(() => expect(tab.items).toHaveLength(count));
			if (count === 4) nowMs = 60_000;
			server.connections.at(-1)?.drop();
		}
		await vi.waitFor(() => expect(tab.waits).toEqual([500, 1000, 2000, 500]));
		tab.close();
	});

	it("does not ask again after a final no", async () => {
		const open = vi.fn(async () => {
			throw new Error("signed out");
		});
		const tab = openTab({ open }, createBrowser(), () => true);
		await vi.waitFor(() => expect(tab.statuses).toEqual(["refused"]));
		expect(open).toHaveBeenCalledTimes(1);
		tab.close();
	});
});

it.each([
	[1, 500],
	[2, 1000],
	[5, 8000],
	[20, 30_000],
])("waits after %d failures %d ms", (failures, ms) => {
	expect(reconnectDelayMs(failures)).toBe(ms);
});
