import { once } from "node:events";
import { connect, createServer, type Server } from "node:net";
import { freePort } from "@nuclom/postgres-server";
import { type Connection, pump, reset, whenClosed } from "./connection.ts";
import { type ActiveFault, activate, type Fault } from "./fault.ts";

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
		for (const direction of ["up", "down"] as const)
			pump(current, connection, direction).catch(fail);
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
