import { once } from "node:events";
import type { Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { type ActiveFault, admit, concerns, type Direction, isUsedUp } from "./fault.ts";

export interface Connection {
	readonly client: Socket;
	readonly target: Socket;
	readonly closed: Promise<unknown>;
}

export function reset({ client, target }: Connection): void {
	client.resetAndDestroy();
	target.resetAndDestroy();
}

export const whenClosed = (socket: Socket): Promise<void> =>
	new Promise((resolve) => socket.once("close", () => resolve()));

async function write(to: Socket, bytes: Buffer): Promise<void> {
	if (bytes.length === 0 || to.destroyed) return;
	if (to.write(bytes)) return;
	// The one that does not happen must not keep its listener.
	const over = new AbortController();
	const { signal } = over;
	await Promise.race([once(to, "drain", { signal }), once(to, "close", { signal })]);
	over.abort();
}

/** Passes one chunk on, as far as the fault that is set lets it. */
async function pass(
	current: () => ActiveFault | undefined,
	connection: Connection,
	direction: Direction,
	chunk: Buffer,
): Promise<void> {
	const to = direction === "up" ? connection.target : connection.client;
	const active = current();
	if (!active || active.fault.kind === "refuse" || !concerns(active.fault, direction)) {
		return write(to, chunk);
	}
	const { fault } = active;
	if (fault.kind === "delay") {
		await wait(fault.delayMs);
		return write(to, chunk);
	}
	const admitted = admit(active, connection, chunk.length, fault.afterBytes);
	await write(to, chunk.subarray(0, admitted));
	if (fault.kind === "cut") {
		if (!isUsedUp(active, connection, fault.afterBytes)) return;
		reset(connection);
		if (fault.once) active.end();
		return;
	}
	if (admitted === chunk.length) return;
	await Promise.race([active.ended, connection.closed]);
	await pass(current, connection, direction, chunk.subarray(admitted));
}

/** Passes everything on in one direction until its end. */
export async function pump(
	current: () => ActiveFault | undefined,
	connection: Connection,
	direction: Direction,
): Promise<void> {
	const { client, target } = connection;
	const [from, to] = direction === "up" ? [client, target] : [target, client];
	for await (const chunk of from) await pass(current, connection, direction, chunk);
	to.end();
}
