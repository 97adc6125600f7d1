import type { Logger } from "@nuclom/core";
import type { Database } from "@nuclom/db";
import { eventChannel } from "./publish.ts";
import { type DomainEvent, eventSchema } from "./schemas.ts";

export type HubMessage =
	| { readonly kind: "event"; readonly event: DomainEvent }
	/** The listening was interrupted: events may have been missed. */
	| { readonly kind: "reset" };

export interface EventHub {
	/** Hears every event of every organization from now on: filter before passing it on. */
	subscribe(listener: (message: HubMessage) => void): () => void;
	/** Starts listening; called by itself on the first stream. */
	start(): Promise<void>;
	close(): Promise<void>;
}

/** One LISTEN per process, handed to as many streams as are open. */
export function createEventHub(deps: { database: Database; logger: Logger }): EventHub {
	const { database, logger } = deps;
	const listeners = new Set<(message: HubMessage) => void>();
	let listening: Promise<() => Promise<void>> | undefined;
	let wasListening = false;

	const tell = (message: HubMessage) => {
		for (const listener of listeners) listener(message);
	};

	function onMessage(payload: string): void {
		const parsed = eventSchema.safeParse(JSON.parse(payload));
		if (parsed.success) tell({ kind: "event", event: parsed.data });
		else logger.warn({ issues: parsed.error.issues }, "An event of another release was skipped");
	}

	/** Runs at the start and after each reconnect. */
	function onListen(): void {
		if (wasListening) tell({ kind: "reset" });
		wasListening = true;
	}

	async function start(): Promise<void> {
		listening ??= database.listen(eventChannel, onMessage, onListen);
		try {
			await listening;
		} catch (error) {
			listening = undefined;
			throw error;
		}
	}

	return {
		start,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		async close() {
			listeners.clear();
			const stop = await listening?.catch(() => undefined);
			await stop?.();
		},
	};
}
