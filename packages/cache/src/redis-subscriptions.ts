import { setTimeout as delay } from "node:timers/promises";
import type { Unsubscribe } from "./driver.ts";
import type { RedisLink } from "./redis-link.ts";

interface Subscriptions {
	subscribe(channel: string, listener: (message: string) => void): Promise<Unsubscribe>;
	close(): Promise<void>;
}

const settleWithinMs = 1000;

/**
 * Listens on a second connection, opened by the first subscription. A subscription made while Redis
 * is away begins when it is back, and every one is renewed after an outage; what was published in
 * between is lost, as Redis keeps no messages.
 */
export function openSubscriptions(link: RedisLink): Subscriptions {
	const client = link.client.duplicate({ disableOfflineQueue: false });
	client.on("error", link.isDown);
	let opened = false;

	function open(): void {
		if (opened) return;
		opened = true;
		client.connect().catch(link.isDown);
	}

	return {
		async subscribe(channel, listener) {
			open();
			// One listener object per subscription, so that the same function may subscribe twice.
			const own = (message: string) => listener(message);
			const subscribed = client.subscribe(channel, own).catch(link.isDown);
			await Promise.race([subscribed, delay(settleWithinMs, undefined, { ref: false })]);
			return async () => {
				if (client.isOpen) await client.unsubscribe(channel, own).catch(link.isDown);
			};
		},
		async close() {
			if (client.isOpen) client.destroy();
		},
	};
}
