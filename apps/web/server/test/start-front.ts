import type { IncomingMessage, ServerResponse } from "node:http";
import { migrate } from "@nuclom/db";
import { createPlatform, loadConfiguration, type Platform } from "@nuclom/platform";
import { installQueueSchema } from "@nuclom/queue";
import { createTestDatabase, startFaultProxy, temporaryFolder } from "@nuclom/testing";
import { createDrain, type Drain } from "../drain.ts";
import { createFront } from "../front.ts";
import { listen } from "../listen.ts";

type Page = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** Stands where Next does: tells what reached it. */
const echoPage: Page = (request, response) => {
	response.setHeader("content-type", "application/json");
	response.end(JSON.stringify({ url: request.url, headers: request.headers }));
};

export interface FrontUnderTest {
	readonly baseUrl: string;
	readonly platform: Platform;
	readonly drain: Drain;
	/** Each line that was logged. */
	readonly log: string[];
	/** Between the platform and PostgreSQL. */
	readonly database: Awaited<ReturnType<typeof startFaultProxy>>;
	close(): Promise<void>;
}

async function migrateAll(url: string): Promise<void> {
	await migrate({ url });
	await installQueueSchema({ url });
}

export interface FrontOptions {
	readonly env?: Readonly<Record<string, string>>;
	readonly page?: Page;
}

/** The front on a real database behind a fault proxy, with local storage, on a free port. */
export async function startFront({
	env = {},
	page = echoPage,
}: FrontOptions = {}): Promise<FrontUnderTest> {
	const folder = await temporaryFolder("front");
	const database = await createTestDatabase({ templateKey: "front", migrate: migrateAll });
	const proxy = await startFaultProxy({ target: database.url });
	const configuration = loadConfiguration({
		DATABASE_URL: proxy.url,
		BETTER_AUTH_SECRET: "k3Jx9Qw2Zr7Tn5Vb8Mc4Lp6Hs1Dg0FyA",
		NUCLOM_DATA: folder.path,
		...env,
	});
	const log: string[] = [];
	const platform = createPlatform(configuration, {
		service: "web",
		logDestination: { write: (line: string) => log.push(line) },
	});
	const pages = async (request: IncomingMessage, response: ServerResponse) =>
		page(request, response);
	const server = createFront({ platform, pages, namePage: () => "/page", isDevelopment: false });
	const drain = createDrain(server);
	const { port } = await listen(server, 0, "127.0.0.1");
	return {
		baseUrl: `http://127.0.0.1:${port}`,
		platform,
		drain,
		log,
		database: proxy,
		async close() {
			await drain(1_000);
			await platform.close();
			await proxy.close();
			await database.close();
			await folder.close();
		},
	};
}
