import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "@nuclom/postgres-server";
import {
	type ActiveFault,
	activate,
	admit,
	concerns,
	type Direction,
	type Fault,
	isUsedUp,
} from "./fault.ts";

export interface FaultProxy extends AsyncDisposable {
	readonly port: number;
	/** The target's address with this proxy's host and port in it. */
	readonly url: string;
	readonly openConnections: number;
	/** How many connections were made so far. */
	readonly totalConnections: number;
	/** Sets the fault, or ends it with `undefined`; what was stalled then goes on. */
	setFault(fault: Fault | undefined): Promise<void>;
	/** Resets every open connection now. */
	cutAll(): void;
	close(): Promise<void>;
}

interface Connection {
	readonly client: Socket;
	readonly target: Socket;
	readonly closed: Promise<unknown>;
}

function reset({ client, target }: Connection): void {
	client.resetAndDestroy();
	target.resetAndDestroy();
}

const whenClosed = (socket: Socket): Promise<void> =>
	new Promise((resolve) => socket.once("close", () => resolve()));

async function write(to: Socket, bytes: Buffer): Promise<void> {
	if (bytes.length === 0 || to.destroyed) return;
	if (!to.write(bytes)) await Promise.race([once(to, "drain"), once(to, "close")]);
}

async function listen(server: Server, port: number): Promise<void> {
	const listening = once(server, "listening");
	server.listen(port, "127.0.0.1");
	await listening;
}

async function listenAnywhere(server: Server): Promise<number> {
	for (;;) {
		const port = await freePort();
		try {
			await listen(server, port);
			return port;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
		}
	}
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

/**
 * A TCP proxy in front of `target` (an address with a port, such as `http://127.0.0.1:9000` or a database's URL)
 * that passes everything on until it is told to misbehave.
 */
export async function startFaultProxy(options: { readonly target: string }): Promise<FaultProxy> {
	const target = new URL(options.target);
	if (!target.port) throw new Error(`The target ${target.host} names no port.`);
	const connections = new Set<Connection>();
	let active: ActiveFault | undefined;
	let total = 0;
	const current = () => active;

	async function pump(connection: Connection, direction: Direction): Promise<void> {
		const { client, target: server } = connection;
		const [from, to] = direction === "up" ? [client, server] : [server, client];
		for await (const chunk of from) await pass(current, connection, direction, chunk);
		to.end();
	}

	const server = createServer({ allowHalfOpen: true }, (client) => {
		total++;
		const upstream = connect({
			port: Number(target.port),
			host: target.hostname,
			allowHalfOpen: true,
		});
		const closed = Promise.all([whenClosed(client), whenClosed(upstream)]);
		const connection: Connection = { client, target: upstream, closed };
		connections.add(connection);
		// One side's failure is shown to the other as a reset.
		const fail = () => reset(connection);
		client.on("error", fail);
		upstream.on("error", fail);
		for (const direction of ["up", "down"] as const) pump(connection, direction).catch(fail);
		closed.then(() => connections.delete(connection));
	});
	const port = await listenAnywhere(server);
	const cutAll = () => {
		for (const connection of connections) reset(connection);
	};
	const stopListening = async () => {
		if (!server.listening) return;
		const closed = once(server, "close");
		server.close();
		cutAll();
		await closed;
	};

	async function setFault(fault: Fault | undefined): Promise<void> {
		active?.end();
		active = undefined;
		if (fault?.kind === "refuse") return stopListening();
		if (!server.listening) await listen(server, port);
		if (!fault) return;
		const next = activate(fault);
		active = next;
		// A fault for one connection ends by itself.
		next.ended.then(() => {
			if (active === next) active = undefined;
		});
	}

	const address = new URL(options.target);
	address.hostname = "127.0.0.1";
	address.port = String(port);
	const close = async () => {
		active?.end();
		await stopListening();
	};
	return {
		port,
		url: address.href,
		get openConnections() {
			return connections.size;
		},
		get totalConnections() {
			return total;
		},
		setFault,
		cutAll,
		close,
		[Symbol.asyncDispose]: close,
	};
}
