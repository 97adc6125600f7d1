import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type AiConfig, createAi } from "@nuclom/ai";
import { newId, silentLogger, systemClock } from "@nuclom/core";
import { createDatabase, migrate } from "@nuclom/db";
import { members, users } from "@nuclom/db/schema";
import { createMedia } from "@nuclom/media";
import { createQueue, installQueueSchema } from "@nuclom/queue";
import { createLocalStorage, createStorageHttpHandler } from "@nuclom/storage";
import { createTestDatabase, temporaryFolder } from "@nuclom/testing";
import {
	type Context,
	createOrganization,
	jobs,
	type ServiceDeps,
	type ServiceSettings,
} from "../src/index.ts";
import type { Role } from "../src/schemas.ts";

export interface WorldOptions {
	readonly ai?: AiConfig;
	readonly maxUploadBytes?: number;
	/** Of the PostgreSQL to use; by default that of the test run. */
	readonly serverUrl?: string;
	readonly storageQuotaBytes?: number;
	readonly imports?: ServiceSettings["imports"];
}

/** Every real part that the verbs stand on, with a database of its own. */
export async function createWorld(options: WorldOptions = {}) {
	const folder = await temporaryFolder();
	const test = await createTestDatabase({
		templateKey: "services",
		...(options.serverUrl ? { serverUrl: options.serverUrl } : {}),
		migrate: async (url) => {
			await migrate({ url });
			await installQueueSchema({ url });
		},
	});
	const logger = silentLogger;
	const database = createDatabase({ url: test.url, maxConnections: 6 });
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	const storage = createLocalStorage({
		path: `${folder.path}/storage`,
		publicBaseUrl: `http://127.0.0.1:${port}`,
		signingSecret: "a-secret-of-at-least-32-characters!",
	});
	server.on("request", createStorageHttpHandler(storage, { pathPrefix: "/storage" }));
	const queue = createQueue({ connect: { url: test.url }, logger, jobs });
	await queue.start();
	const deps: ServiceDeps = {
		...{ database, storage, queue, logger, clock: systemClock },
		media: createMedia({ scratchDir: `${folder.path}/media` }),
		ai: createAi(options.ai ?? { models: { transcription: "none", analysis: "none" } }),
		settings: {
			appUrl: () => "http://localhost:3000",
			maxUploadBytes: options.maxUploadBytes ?? 1024 ** 3,
			storageQuotaBytes: options.storageQuotaBytes ?? null,
			deletionGraceMs: 0,
			scratchDir: `${folder.path}/scratch`,
			signedUrlMs: 60_000,
			...(options.imports ? { imports: options.imports } : {}),
		},
	};
	return {
		...{ deps, folder: folder.path, storageUrl: `http://127.0.0.1:${port}`, ...people(deps) },
		async close() {
			await queue.stop({ graceMs: 1000 });
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			await storage.close();
			await database.close();
			await test.close();
			await folder.close();
		},
	};
}
export type World = Awaited<ReturnType<typeof createWorld>>;

function people(deps: ServiceDeps) {
	const { drizzle } = deps.database;
	const context = (userId: string | null): Context => ({ deps, userId, requestId: "test" });

	/** A signed-in person who is in no organization. */
	async function person(name = "Ada"): Promise<Context & { userId: string }> {
		const userId = newId();
		await drizzle.insert(users).values({ id: userId, name, email: `${userId}@nuclom.example` });
		return { ...context(userId), userId };
	}

	/** An organization with one person of each role, and a stranger. */
	async function organization() {
		const owner = await person("Olga Owner");
		const { id, slug } = await createOrganization({
			ctx: owner,
			input: { name: `Team ${newId()}` },
		});
		const join = async (name: string, role: Role) => {
			const ctx = await person(name);
			const row = { id: newId(), organizationId: id, userId: ctx.userId, role };
			await drizzle.insert(members).values(row);
			return ctx;
		};
		return {
			...{ organizationId: id, slug, owner },
			admin: await join("Adam Admin", "admin"),
			member: await join("Mia Member", "member"),
			colleague: await join("Cem Colleague", "member"),
			stranger: await person("Sam Stranger"),
			nobody: context(null),
		};
	}
	return { person, organization };
}
