import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { createNodeApiHandler } from "@nuclom/api";
import { newId } from "@nuclom/core";
import { migrate } from "@nuclom/db";
import { users } from "@nuclom/db/schema";
import { createPlatform, loadConfiguration, type Platform } from "@nuclom/platform";
import { installQueueSchema } from "@nuclom/queue";
import { createApiKey, createOrganization, getDownload, revokeApiKey } from "@nuclom/services";
import { createStorageHttpHandler } from "@nuclom/storage";
import {
	createTestDatabase,
	type FaultProxy,
	startFaultProxy,
	temporaryFolder,
} from "@nuclom/testing";

/** A part that arrived, or was on its way. */
export interface ReceivedPart {
	readonly partNumber: number;
	readonly sizeBytes: number;
}

async function migrateAll(url: string): Promise<void> {
	await migrate({ url });
	await installQueueSchema({ url });
}

/** A team with one person, who has an API key. */
async function createTeam({ services, database }: Platform) {
	const userId = newId();
	const person = { id: userId, name: "Ada", email: `${userId}@nuclom.example` };
	await database.drizzle.insert(users).values(person);
	const ctx = { deps: services, userId };
	const { id: organizationId, slug } = await createOrganization({ ctx, input: { name: "Team" } });
	const input = { organizationId, name: "CLI", scopes: ["read" as const, "upload" as const] };
	const makeKey = () => createApiKey({ ctx, input });
	return { ctx, organizationId, slug, makeKey };
}

function partOf({ url = "", headers }: IncomingMessage): ReceivedPart {
	const partNumber = Number(new URL(url, "http://localhost").searchParams.get("part"));
	return { partNumber, sizeBytes: Number(headers["content-length"]) };
}

/** API and store of a Nuclom, as its front puts them together, behind a fault proxy. */
export async function startUploadServer() {
	const folder = await temporaryFolder("cli-upload");
	const database = await createTestDatabase({ templateKey: "cli: upload", migrate: migrateAll });
	const variables = {
		...{ DATABASE_URL: database.url, NUCLOM_DATA: folder.path, LOG_LEVEL: "silent" },
		BETTER_AUTH_SECRET: "k3Jx9Qw2Zr7Tn5Vb8Mc4Lp6Hs1Dg0FyA",
	};
	const platform = createPlatform(loadConfiguration(variables), {
		service: "web",
		logDestination: { write: () => true },
	});
	const { localStorage } = platform;
	if (!localStorage) throw new Error("The store is not on this disk.");
	const api = createNodeApiHandler({ deps: platform.api, trustedOrigins: () => [] });
	const store = createStorageHttpHandler(localStorage, { pathPrefix: "/storage" });
	const received: ReceivedPart[] = [];
	let interfere: ((request: IncomingMessage) => number | undefined) | undefined;
	const server = createServer(async (request, response) => {
		const status = interfere?.(request);
		if (status !== undefined) {
			request.resume();
			response.writeHead(status, { "retry-after": "1" }).end();
			return;
		}
		if (!request.url?.startsWith("/storage")) return api(request, response, "test");
		if (request.method === "PUT") received.push(partOf(request));
		await store(request, response);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	const proxy: FaultProxy = await startFaultProxy({ target: `http://127.0.0.1:${port}` });
	const team = await createTeam(platform);
	const { ctx, organizationId } = team;
	return {
		...team,
		proxy,
		services: platform.services,
		/** For a command that works on the same installation. */
		variables,
		url: proxy.url.replace(/\/$/, ""),
		/** The PUTs so far, of parts. */
		received,
		/** Answers requests with a status of its own, until told otherwise. */
		interfere(by: typeof interfere) {
			interfere = by;
		},
		revoke: (apiKeyId: string) => revokeApiKey({ ctx, input: { organizationId, apiKeyId } }),
		async download(videoId: string): Promise<Buffer> {
			const { url } = await getDownload({ ctx, input: { organizationId, videoId } });
			const response = await fetch(new URL(url, `http://127.0.0.1:${port}`));
			return Buffer.from(await response.arrayBuffer());
		},
		async close() {
			await proxy.close();
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			await platform.close();
			await database.close();
			await folder.close();
		},
	};
}
export type UploadServer = Awaited<ReturnType<typeof startUploadServer>>;
