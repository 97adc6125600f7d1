import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Clock, systemClock } from "@nuclom/core";
import { type TemporaryFolder, temporaryFolder } from "@nuclom/testing";
import { createLocalStorage, createStorageHttpHandler, type LocalStorage } from "../src/index.ts";

export interface LocalUnderTest {
	readonly storage: LocalStorage;
	readonly folder: TemporaryFolder;
	readonly origin: string;
	readonly server: Server;
	/** Another driver for the same folder. */
	again(clock?: Clock): LocalStorage;
	close(): Promise<void>;
}

export interface LocalOptions {
	readonly clock?: Clock;
	/** Default: a new temporary folder. */
	readonly path?: string;
	readonly accelRedirect?: string;
}

/** A local store behind a plain Node server. */
export async function startLocal({
	clock,
	path,
	accelRedirect,
}: LocalOptions = {}): Promise<LocalUnderTest> {
	const folder = await temporaryFolder("storage");
	let origin = "";
	const again = (other: Clock = systemClock) =>
		createLocalStorage({
			path: path ?? folder.path,
			publicBaseUrl: () => origin,
			signingSecret: "a secret for tests alone",
			clock: other,
			accelRedirect,
		});
	const storage = again(clock);
	const handle = createStorageHttpHandler(storage);
	const server = createServer(async (request, response) => {
		response.setHeader("x-request-id", "request-1");
		if (!(await handle(request, response))) response.writeHead(418).end();
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		storage,
		folder,
		origin,
		again,
		server,
		async close() {
			server.closeAllConnections();
			server.close();
			await storage.close();
			await folder.close();
		},
	};
}

export const anHourAgo: Clock = { now: () => new Date(Date.now() - 3_600_000) };
