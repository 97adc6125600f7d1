import type { Server, ServerResponse } from "node:http";

/** Ends a server in order: what runs may finish within `graceMs`, what would run for ever is ended. */
export type Drain = (graceMs: number) => Promise<void>;

// The front has set headers before, so that those of writeHead are kept and can be asked for.
const isStream = (response: ServerResponse) =>
	String(response.getHeader("content-type") ?? "").startsWith("text/event-stream");

/** Follows the open answers of a server from now on. */
export function createDrain(server: Server): Drain {
	const open = new Set<ServerResponse>();
	let isDraining = false;

	server.prependListener("request", (_request, response) => {
		open.add(response);
		response.once("close", () => open.delete(response));
		// The connection must not be kept for a next request that nobody will answer.
		if (isDraining) response.setHeader("connection", "close");
	});

	return async (graceMs) => {
		isDraining = true;
		const closed = new Promise<void>((resolve) => server.close(() => resolve()));
		for (const response of open) {
			if (isStream(response)) response.destroy();
			else if (!response.headersSent) response.setHeader("connection", "close");
		}
		server.closeIdleConnections();
		const timer = setTimeout(() => server.closeAllConnections(), graceMs);
		await closed;
		clearTimeout(timer);
	};
}
