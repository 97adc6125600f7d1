import { createDatabase, migrate } from "@nuclom/db";
import { installQueueSchema } from "@nuclom/queue";
import {
	createTestDatabase,
	createTestServer,
	expectAccessible,
	launchBrowser,
	makeVideo,
	startFaultProxy,
	type TestDatabase,
	type TestServer,
	waitFor,
} from "@nuclom/testing";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { open } from "./support/pages.ts";
import { type Session, sendFile, signUpBefore } from "./support/session.ts";
import { type Stack, startStack } from "./support/stack.ts";

const olga = {
	name: "Olga Owner",
	email: "olga@system.example",
	password: "correct horse battery",
};
const sam = {
	name: "Sam Stranger",
	email: "sam@system.example",
	password: "correct horse battery",
};
let server: TestServer;
let database: TestDatabase;
let proxy: Awaited<ReturnType<typeof startFaultProxy>>;
let stack: Stack;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
let session: Session;
let organizationId: string;
let slug: string;
let videoId: string;

async function migrateAll(url: string): Promise<void> {
	await migrate({ url });
	await installQueueSchema({ url });
}

beforeAll(async () => {
	server = await createTestServer();
	const { url: serverUrl } = server;
	database = await createTestDatabase({
		templateKey: "web-system",
		migrate: migrateAll,
		serverUrl,
	});
	proxy = await startFaultProxy({ target: database.url });
	stack = await startStack({ env: { DATABASE_URL: proxy.url } });
	browser = await launchBrowser();
	session = await signUpBefore(stack.baseUrl, olga);
	const { api } = session;
	({ id: organizationId, slug } = await api.organizations.create({ name: "Blue Whale" }));
	const file = { path: await makeVideo({ seconds: 6 }), fileName: "Launch review.mp4" };
	videoId = await sendFile(session, stack.baseUrl, organizationId, file);
	const isReady = async () =>
		(await api.videos.get({ organizationId, videoId })).status === "ready";
	await waitFor(isReady, { timeoutMs: 60_000, what: "the video" });
}, 180_000);

afterAll(async () => {
	await browser?.close();
	await stack?.close();
	await proxy?.close();
	await database?.close();
	await server?.close();
}, 60_000);

async function newTab(who: Session | undefined, options: BrowserContextOptions = {}) {
	const context = await browser.newContext(options);
	await who?.enter(context);
	const page = await context.newPage();
	page.setDefaultTimeout(30_000);
	return page;
}

const watchPath = () => `/${slug}/videos/${videoId}`;
const watchUrl = () => `${stack.baseUrl}${watchPath()}`;

describe("an earlier address", () => {
	it("leads members to the same page of the new one, and nobody else anywhere", async () => {
		const earlier = `${watchUrl()}?t=4s&tab=details`;
		const tab = await newTab(session);
		({ slug } = await session.api.organizations.update({ organizationId, slug: "whale" }));
		const answer = await tab.goto(earlier);
		expect(answer?.status()).toBe(200);
		expect(tab.url()).toBe(`${stack.baseUrl}/whale/videos/${videoId}?t=4s&tab=details`);
		await tab.context().close();
		const stranger = await newTab(await signUpBefore(stack.baseUrl, sam));
		expect((await stranger.goto(earlier))?.status()).toBe(404);
		// Their own words are in the page, such as the address that they asked for: "/blue-whale/…".
		expect(await stranger.content()).not.toMatch(/(?<![\w-])whale\b/);
		await stranger.context().close();
	});
});

describe("after a deploy", () => {
	it("a page whose files are gone stays, says so and reloads", async () => {
		const tab = await newTab(session);
		await open(tab, watchUrl());
		await tab.route("**/_next/static/chunks/**", (route) => route.fulfill({ status: 404 }));
		await tab.getByRole("tab", { name: "Transcript" }).click();
		await tab.getByText("Nuclom was updated while this page was open.").waitFor();
		await tab.getByText("This part of the page did not arrive.").waitFor();
		expect(await tab.locator("video").count()).toBe(1);
		await expectAccessible(tab);
		await tab.unroute("**/_next/static/chunks/**");
		await tab.getByRole("status").getByRole("button", { name: "Reload" }).click();
		await tab
			.getByRole("tabpanel", { name: "Transcript" })
			.getByText(/\w{3,}/)
			.first()
			.waitFor();
		expect(await tab.getByText("Nuclom was updated").count()).toBe(0);
		await tab.context().close();
	});
});

describe("a page that fails", () => {
	it("shows the request id that the log has", async () => {
		const direct = createDatabase({ url: database.url, maxConnections: 1 });
		const tab = await newTab(session);
		try {
			await direct.drizzle.execute("alter table comments rename to comments_elsewhere");
			const answer = await tab.goto(watchUrl());
			const requestId = (await answer?.allHeaders())?.["x-request-id"] ?? "";
			expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
			await tab.getByText("tell us the request id").waitFor();
			await tab.getByText(requestId).waitFor();
			await expectAccessible(tab);
			await waitFor(() => stack.output().includes(requestId), { what: "the log" });
		} finally {
			await direct.drizzle.execute("alter table comments_elsewhere rename to comments");
			await direct.close();
		}
		await tab.getByRole("button", { name: "Try again" }).click();
		await tab.locator("video").waitFor();
		await tab.context().close();
	});
});

describe("while the database is away", () => {
	it("a page says so, and comes when it is back", async () => {
		const tab = await newTab(session);
		await proxy.setFault({ kind: "refuse" });
		const status = async () => (await tab.goto(watchUrl()))?.status();
		await waitFor(async () => (await status()) === 503, { timeoutMs: 30_000, what: "the outage" });
		await tab.getByRole("heading", { name: "Nuclom is not available just now" }).waitFor();
		await expectAccessible(tab);
		await proxy.setFault(undefined);
		// By itself, without a hand.
		await tab.locator("video").waitFor();
		await tab.context().close();
	});
});

describe("on a phone", () => {
	const phone = { viewport: { width: 390, height: 844 } };

	it.each([phone, { ...phone, hasTouch: true, isMobile: true }])(
		"nothing speaks of keys or of dropping files (%o)",
		async (options) => {
			const { slug: empty } = await session.api.organizations.create({ name: "Quiet Room" });
			const tab = await newTab(session, options);
			await open(tab, `${stack.baseUrl}/${empty}`);
			await tab.getByRole("heading", { name: "Upload" }).waitFor();
			expect(await tab.getByRole("heading", { name: "Drop" }).isVisible()).toBe(false);
			await open(tab, watchUrl());
			await tab.getByText("Write below to").waitFor();
			expect(await tab.getByText("Type anywhere").isVisible()).toBe(false);
			await tab.context().close();
		},
	);

	it("an e-mail address is there in full", async () => {
		const tab = await newTab(session, phone);
		await open(tab, `${stack.baseUrl}/${slug}/settings/members`);
		const address = tab.getByRole("listitem").getByText(olga.email);
		const isWhole = (element: HTMLElement) => element.scrollWidth <= element.clientWidth;
		expect(await address.evaluate(isWhole)).toBe(true);
		await tab.context().close();
	});
});

function hear(tab: Page): string[] {
	const heard: string[] = [];
	tab.on("console", (message) => {
		if (["warning", "error"].includes(message.type())) heard.push(message.text());
	});
	tab.on("pageerror", (error) => heard.push(String(error)));
	return heard;
}

it("keeps the browser's console empty", async () => {
	const tab = await newTab(session);
	const heard = hear(tab);
	for (const path of ["", "/settings/members", `/videos/${videoId}`]) {
		await open(tab, `${stack.baseUrl}/${slug}${path}`);
	}
	// The page that is open may ask for something at any moment, and would be refused.
	await tab.goto("about:blank");
	await tab.context().clearCookies();
	await open(tab, `${stack.baseUrl}/sign-in`);
	expect(heard).toEqual([]);
	await tab.context().close();
});
