import { migrate } from "@nuclom/db";
import { installQueueSchema } from "@nuclom/queue";
import {
	createTestDatabase,
	type FaultProxy,
	startFaultProxy,
	startTelemetryReceiver,
	type TemporaryFolder,
	type TestDatabase,
	temporaryFolder,
	waitFor,
} from "@nuclom/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPlatform } from "./create-platform.ts";
import { loadConfiguration } from "./load-configuration.ts";
import type { Platform } from "./platform.ts";
import { type getPlatform, setPlatform } from "./shared-platform.ts";

let database: TestDatabase;
let proxy: FaultProxy;
let folder: TemporaryFolder;
let platform: Platform;
const lines: string[] = [];

function configure(url: string, more: Record<string, string> = {}) {
	return loadConfiguration({
		DATABASE_URL: url,
		BETTER_AUTH_SECRET: "k3Jx9Qw2Zr7Tn5Vb8Mc4Lp6Hs1Dg0FyA",
		NUCLOM_DATA: folder.path,
		...more,
	});
}

const build = (url: string, more?: Record<string, string>) =>
	createPlatform(configure(url, more), {
		service: "web",
		logDestination: { write: (line: string) => lines.push(line) },
	});

beforeAll(async () => {
	folder = await temporaryFolder("platform");
	database = await createTestDatabase({
		templateKey: "platform",
		async migrate(url) {
			await migrate({ url });
			await installQueueSchema({ url });
		},
	});
	proxy = await startFaultProxy({ target: database.url });
	platform = build(proxy.url);
});

afterAll(async () => {
	await platform.close();
	await proxy.close();
	await database.close();
	await folder.close();
});

describe("health", () => {
	const checks = { database: true, storage: true, auth: true, queue: true };

	test("asks database, storage, sign-in and queue", async () => {
		const { httpStatus, body } = await platform.health.report();
		expect({ httpStatus, checks: body.checks }).toEqual({ httpStatus: 200, checks });
		expect(body.status).toBe("healthy");
	});

	test("is 503 while PostgreSQL is away, and 200 again when it is back", async () => {
		await proxy.setFault({ kind: "refuse" });
		const gone = await waitFor(async () => {
			const answer = await platform.health.report();
			return answer.httpStatus === 503 ? answer : undefined;
		});
		expect(gone.body).toMatchObject({
			status: "unhealthy",
			checks: { database: false, storage: true, auth: false, queue: false },
		});
		expect(platform.health.live().httpStatus).toBe(200);
		await proxy.setFault(undefined);
		const back = await waitFor(async () => {
			const answer = await platform.health.report();
			return answer.httpStatus === 200 ? answer : undefined;
		});
		expect(back.body.checks).toEqual(checks);
	});

	test("is 503 on a database that was never migrated", async () => {
		await using empty = await createTestDatabase({ templateKey: "platform-empty" });
		const other = build(empty.url);
		const { httpStatus, body } = await other.health.report();
		expect({ httpStatus, database: body.checks.database }).toEqual({
			httpStatus: 503,
			database: false,
		});
		await other.close();
	});

	test("says why in the log only, and no password there either", () => {
		const failures = lines.filter((line) => line.includes("health check failed"));
		expect(failures.length).toBeGreaterThan(0);
		expect(lines.join()).not.toContain(new URL(database.url).password);
	});
});

describe("events", () => {
	test("are heard again after PostgreSQL was away, and the gap is told", async () => {
		const heard: string[] = [];
		const unsubscribe = platform.events.subscribe((message) => heard.push(message.kind));
		await platform.events.start();
		proxy.cutAll();
		await waitFor(() => heard.includes("reset"), { what: "the word that events were missed" });
		const event = {
			type: "video.updated",
			organizationId: "01939b5c-0000-7000-8000-000000000001",
			id: "01939b5c-0000-7000-8000-000000000002",
			parentId: null,
			seq: 1,
			lsn: "0/0",
		};
		await platform.database.drizzle.$client.notify("nuclom_events", JSON.stringify(event));
		await waitFor(() => heard.includes("event"));
		unsubscribe();
	});
});

describe("composition", () => {
	test("counts what the database was asked", async () => {
		await platform.auth.check();
		expect(await platform.metrics.text()).toMatch(
			/nuclom_query_duration_seconds_count\{name="select sessions"\}/,
		);
	});

	test("tells a browser what it must know, and no secret", () => {
		const known = platform.api.configuration();
		expect(known).toEqual({
			environment: "development",
			socialProviders: [],
			isEmailVerificationRequired: false,
			isAiConfigured: false,
			isOutboxAvailable: true,
			maxUploadBytes: 20 * 1024 ** 3,
		});
	});

	test("puts development's mail in the outbox", async () => {
		const sendMail = platform.mailer.send({
			to: "ada@example.com",
			template: "verify-email",
			data: { name: "Ada", url: "http://localhost:3000/verify?token=abc", expiresInMs: 3_600_000 },
		});
		const { messageId } = await sendMail;
		const [mail] = (await platform.outbox?.list()) ?? [];
		expect(mail).toMatchObject({ id: messageId, to: { address: "ada@example.com" } });
	});

	test("signs addresses that are the page's own, under any name of this machine", async () => {
		const { url } = await platform.storage.signGet(
			"videos/01939b5c-0000-7000-8000-000000000001/01939b5c-0000-7000-8000-000000000002/01939b5c-0000-7000-8000-000000000003/source/01939b5c-0000-7000-8000-000000000004/a.mp4",
			{ expiresInMs: 60_000 },
		);
		expect(url).toMatch(/^\/storage\//);
		expect(platform.policyOrigins).toEqual({ connect: [], media: [], images: [] });
	});

	test("allows pages what S3, a CDN, sign-in and telemetry need", async () => {
		const other = build(database.url, {
			CLOUDFLARE_R2_ENDPOINT: "https://account.r2.cloudflarestorage.com",
			CLOUDFLARE_R2_ACCESS_KEY: "key",
			CLOUDFLARE_R2_SECRET_KEY: "secret",
			CLOUDFLARE_R2_BUCKET: "bucket",
			CLOUDFLARE_R2_PUBLIC_URL: "https://cdn.example.com/files",
			GITHUB_CLIENT_ID: "id",
			GITHUB_CLIENT_SECRET: "secret",
			SENTRY_DSN: "https://key@telemetry.example.com/1",
		});
		const store = ["https://account.r2.cloudflarestorage.com", "https://cdn.example.com"];
		expect(other.localStorage).toBeUndefined();
		expect(other.policyOrigins).toEqual({
			connect: [...store, "https://telemetry.example.com"],
			media: store,
			images: [...store, "https://avatars.githubusercontent.com"],
		});
		await other.close();
	});

	test("reports a defect of a call with its request, to the configured receiver only", async () => {
		await using receiver = await startTelemetryReceiver();
		const other = build(database.url, { SENTRY_DSN: receiver.dsn });
		const about = { requestId: "request-0001", operation: "videos.list", userId: null };
		other.api.onError(new Error("a defect of the platform"), about);
		const isOurs = (event: object) => JSON.stringify(event).includes("a defect of the platform");
		const event = await receiver.waitForEvent(isOurs);
		expect(event.tags).toMatchObject({ requestId: "request-0001", operation: "videos.list" });
		await other.close();
	});

	test("is one per process, whoever asks", async () => {
		setPlatform(platform);
		const copy: { default?: unknown } = await import("./shared-platform.ts?copy" as string);
		const { getPlatform: fromCopy } = copy as { getPlatform: typeof getPlatform };
		expect(fromCopy()).toBe(platform);
		setPlatform(undefined);
	});

	test("closes twice without harm, and leaves no connection", async () => {
		const other = createPlatform(configure(database.url), {
			service: "cli",
			logDestination: { write: () => undefined },
		});
		const count = async () => {
			const [row] = await platform.database.drizzle.$client<{ count: number }[]>`
				select count(*)::int from pg_stat_activity
				where datname = current_database() and application_name like 'nuclom cli%'`;
			return row?.count;
		};
		await other.database.check();
		await other.queue.check();
		expect(await count()).toBeGreaterThanOrEqual(2);
		await Promise.all([other.close(), other.close()]);
		// The server notices a closed socket a moment later.
		await waitFor(async () => (await count()) === 0);
	});
});
