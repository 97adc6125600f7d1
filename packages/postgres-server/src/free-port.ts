import { randomInt } from "node:crypto";
import { createServer } from "node:net";
import getPort from "get-port";

// Linux hands out 32768 and above to outgoing connections, so a port below cannot be taken by a passing client.
const lowest = 20_000;
const highest = 32_000;

/**
 * A free TCP port of 127.0.0.1 below 32768. Another program may take it before it is used:
 * whoever listens on it must be ready to ask again.
 */
export async function freePort(): Promise<number> {
	const candidates = Array.from({ length: 50 }, () => randomInt(lowest, highest));
	return getPort({ port: candidates, host: "127.0.0.1" });
}

/** True while nothing listens on this port of 127.0.0.1. */
export function isFree(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.once("error", () => resolve(false));
		probe.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
			probe.close(() => resolve(true));
		});
	});
}
