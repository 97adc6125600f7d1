import { createHash, randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { expectAccessible, launchBrowser, temporaryFolder, waitFor } from "@nuclom/testing";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { countParts, type PartCount } from "./support/count-parts.ts";
import { dragIn, isAlive } from "./support/drag-in.ts";
import { themes } from "./support/pages.ts";
import { type Session, signUpBefore } from "./support/session.ts";
import { type Stack, startStack } from "./support/stack.ts";

const mib = 1024 ** 2;
const partBytes = 16 * mib;
const olga = { name: "Olga Owner", email: "olga@up.example", password: "correct horse battery" };
let stack: Stack;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let session: Session;
let organizationId = "";
let home = "";
let context: BrowserContext;
let sent: PartCount;

beforeAll(async () => {
	folder = await temporaryFolder("uploads");
	stack = await startStack();
	browser = await launchBrowser();
	session = await signUpBefore(stack.baseUrl, olga);
	const organization = await session.api.organizations.create({ name: "Blue Whale" });
	organizationId = organization.id;
	home = `${stack.baseUrl}/${organization.slug}`;
}, 180_000);

// Each time a browser of its own, in which nothing was kept.
beforeEach(async () => {
	context = await browser.newContext({ reducedMotion: "reduce" });
	sent = countParts(context);
	await session.enter(context);
});
afterEach(() => context.close());
afterAll(async () => {
	await browser?.close();
	await stack?.close();
	await folder?.close();
}, 60_000);

async function newTab(): Promise<Page> {
	const page = await context.newPage();
	page.setDefaultTimeout(30_000);
	// Leaving while something is being sent asks first: yes.
	page.on("dialog", (dialog) => dialog.accept());
	await page.goto(home);
	await page.getByRole("heading", { name: "Library" }).waitFor();
	return page;
}

async function makeFile(name: string, bytes: number): Promise<string> {
	const path = `${folder.path}/${name}`;
	await writeFile(path, randomBytes(bytes));
	return path;
}

/** A slow line: bytes a second in either direction. */
async function throttle(page: Page, bytesPerSecond: number): Promise<void> {
	const devtools = await context.newCDPSession(page);
	await devtools.send("Network.emulateNetworkConditions", {
		...{ offline: false, latency: 20 },
		...{ downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond },
	});
}

/** The page has nothing left to do, and has done what it does then. */
const isIdle = (page: Page) =>
	page.evaluate(async () => {
		const idle = () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }));
		await idle();
		await Promise.all(performance.getEntriesByType("resource").map(idle));
	});

const patience = { timeout: 60_000, interval: 50 };
const tray = (page: Page) => page.getByRole("region", { name: "Uploads" });
const row = (page: Page, name: string): Locator =>
	tray(page).getByRole("listitem").filter({ hasText: name });
const arrived = (page: Page, name: string) =>
	row(page, name)
		.getByText(/^Uploaded, /)
		.waitFor({ timeout: 60_000 });
const storedParts = () => sent.stored.map(({ partNumber }) => partNumber).sort((a, b) => a - b);

/**
 * Remembers what has arrived until now; the check says that none of it was sent again, and that something was left
 * to send. A part that arrived while the line was cut may be missing in both: the store has it all the same.
 */
function rememberParts(of: number) {
	const kept = storedParts();
	const begun = sent.begun.length;
	expect(kept.length).toBeGreaterThan(0);
	expect(kept.length).toBeLessThan(of);
	return () => {
		const again = sent.begun.slice(begun);
		expect(again.filter((partNumber) => kept.includes(partNumber))).toEqual([]);
		expect(again.length).toBeGreaterThan(0);
		expect(again.length).toBeLessThanOrEqual(of - kept.length);
	};
}

/** The store has the bytes of the disk. */
async function expectSameBytes(title: string, path: string): Promise<void> {
	const { items } = await session.api.videos.list({ organizationId });
	const video = items.find((item) => item.title === title);
	const videoId = video?.id ?? "";
	const { url } = await session.api.videos.download({ organizationId, videoId });
	const bytes = await (await fetch(new URL(url, stack.baseUrl))).arrayBuffer();
	const digest = (data: Uint8Array) => createHash("sha256").update(data).digest("hex");
	expect(digest(new Uint8Array(bytes))).toBe(digest(await readFile(path)));
}

describe("sending", () => {
	it("fetches Uppy with the first file, and signs the MD5 of every part", async () => {
		const path = await makeFile("first.mp4", 40 * mib);
		const page = await newTab();
		const scripts: string[] = [];
		page.on("response", async (response) => {
			if (!response.url().includes("/_next/static/")) return;
			scripts.push(await response.text().catch(() => ""));
		});
		const complaints: string[] = [];
		page.on("console", (message) => {
			if (message.type() === "error") complaints.push(message.text());
		});
		await page.reload();
		await isIdle(page);
		const isUppy = (script: string) => script.includes("resumableUploads");
		expect(scripts.length).toBeGreaterThan(3);
		expect(scripts.some(isUppy)).toBe(false);
		await dragIn(page, [path]);
		await arrived(page, "first.mp4");
		expect(scripts.some(isUppy)).toBe(true);
		expect(storedParts()).toEqual([1, 2, 3]);
		expect(sent.stored.every(({ hasMd5 }) => hasMd5)).toBe(true);
		expect(sent.stored.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(40 * mib);
		expect(complaints).toEqual([]);
		await expectSameBytes("first", path);
	});

	it("takes every video of a folder", async () => {
		await mkdir(`${folder.path}/footage/day 2`, { recursive: true });
		await writeFile(`${folder.path}/footage/one.mov`, randomBytes(5000));
		await writeFile(`${folder.path}/footage/day 2/two.mkv`, randomBytes(5000));
		await writeFile(`${folder.path}/footage/notes.txt`, "No film.");
		await mkdir(`${folder.path}/papers`);
		await writeFile(`${folder.path}/papers/notes.txt`, "No film.");
		const page = await newTab();
		await dragIn(page, [`${folder.path}/footage`, `${folder.path}/papers`]);
		await arrived(page, "one.mov");
		await arrived(page, "two.mkv");
		await row(page, "papers").getByText("There is no video in this folder.").waitFor();
		expect(await tray(page).getByRole("listitem").count()).toBe(3);
	});

	it("takes what is pasted", async () => {
		const page = await newTab();
		await page.waitForFunction(isAlive);
		await page.locator("body").evaluate((element) => {
			const clipboardData = new DataTransfer();
			const file = new File([new Uint8Array(5000)], "pasted.mp4", { type: "video/mp4" });
			clipboardData.items.add(file);
			const event = new ClipboardEvent("paste", { clipboardData, bubbles: true });
			element.dispatchEvent(event);
		});
		await arrived(page, "pasted.mp4");
		expect(await tray(page).getByRole("listitem").count()).toBe(1);
	});

	it("goes on with a queue of two while one walks about", async () => {
		const one = await makeFile("queue-one.mp4", 33 * mib);
		const two = await makeFile("queue-two.mp4", 33 * mib);
		const page = await newTab();
		await throttle(page, 12 * mib);
		await dragIn(page, [one, two]);
		await row(page, "queue-two.mp4").waitFor();
		await page.getByRole("link", { name: "Settings" }).first().click();
		await page.waitForURL(/settings/);
		await row(page, "queue-one.mp4").waitFor();
		await page.getByRole("link", { name: "Library" }).first().click();
		await arrived(page, "queue-one.mp4");
		await arrived(page, "queue-two.mp4");
		expect(storedParts()).toEqual([1, 1, 2, 2, 3, 3]);
		expect(sent.begun).toHaveLength(6);
	});

	it("asks for a new address when the store refuses one", async () => {
		const path = await makeFile("refused.mp4", 40 * mib);
		const page = await newTab();
		let refusals = 0;
		await page.route(/\/storage\/.*[?&]part=2(&|$)/, async (route) => {
			if (refusals > 0) return route.continue();
			refusals += 1;
			// The store itself says no: the signature is not that of these words.
			await route.continue({ url: `${route.request().url()}&expires=1` });
		});
		await dragIn(page, [path]);
		await arrived(page, "refused.mp4");
		expect(refusals).toBe(1);
		expect(storedParts()).toEqual([1, 2, 3]);
		await expectSameBytes("refused", path);
	});
});

describe("pausing", () => {
	it("pauses and resumes by its buttons, and sends what is kept no second time", async () => {
		const path = await makeFile("paused.mp4", 5 * partBytes);
		const page = await newTab();
		await throttle(page, 16 * mib);
		await dragIn(page, [path]);
		await expect.poll(() => sent.stored.length, patience).toBeGreaterThan(0);
		await page.getByRole("button", { name: "Pause paused.mp4" }).click();
		await row(page, "paused.mp4")
			.getByText(/^Paused at/)
			.waitFor();
		const expectNoneAgain = rememberParts(5);
		await throttle(page, -1);
		await page.getByRole("button", { name: "Resume paused.mp4" }).click();
		await arrived(page, "paused.mp4");
		expectNoneAgain();
		await expectSameBytes("paused", path);
	});

	it("waits by itself while the browser is offline, and goes on when it is back", async () => {
		const path = await makeFile("offline.mp4", 5 * partBytes);
		const page = await newTab();
		await throttle(page, 16 * mib);
		await dragIn(page, [path]);
		await expect.poll(() => sent.stored.length, patience).toBeGreaterThan(0);
		await context.setOffline(true);
		await row(page, "offline.mp4")
			.getByText(/^Offline at/)
			.waitFor();
		const expectNoneAgain = rememberParts(5);
		await context.setOffline(false);
		await throttle(page, -1);
		await arrived(page, "offline.mp4");
		expectNoneAgain();
		await expectSameBytes("offline", path);
	});
});

/** Drops a file and waits until some of its parts, but not all, have arrived. */
async function sendSome(page: Page, path: string): Promise<void> {
	await throttle(page, 16 * mib);
	await dragIn(page, [path]);
	await expect.poll(() => sent.stored.length, patience).toBeGreaterThan(1);
}

describe("going on another time", () => {
	it("offers it after a reload, refuses another file, and sends only what is missing", async () => {
		const path = await makeFile("reload.mp4", 6 * partBytes);
		const other = await makeFile("other.mp4", 6 * partBytes);
		const page = await newTab();
		await sendSome(page, path);
		await page.reload();
		const expectNoneAgain = rememberParts(6);
		const unfinished = row(page, "reload.mp4");
		await unfinished.getByText(/^Unfinished, \d+ % sent/).waitFor();
		const choose = unfinished.locator("input[type=file]");
		await choose.setInputFiles(other);
		await unfinished.getByText("“other.mp4” is not the file that was begun").waitFor();
		await choose.setInputFiles(path);
		await arrived(page, "reload.mp4");
		expectNoneAgain();
		await expectSameBytes("reload", path);
		await page.reload();
		await isIdle(page);
		expect(await tray(page).count()).toBe(0);
	});

	it("goes on by itself when the same file is dropped after the tab was killed", async () => {
		const path = await makeFile("killed.mp4", 6 * partBytes);
		const first = await newTab();
		await sendSome(first, path);
		const crashed = first.waitForEvent("crash");
		const devtools = await context.newCDPSession(first);
		devtools.send("Page.crash").catch(() => {});
		await crashed;
		const expectNoneAgain = rememberParts(6);
		const page = await newTab();
		await row(page, "killed.mp4")
			.getByText(/^Unfinished/)
			.waitFor();
		await dragIn(page, [path]);
		await arrived(page, "killed.mp4");
		expect(await tray(page).getByRole("listitem").count()).toBe(1);
		expectNoneAgain();
		await expectSameBytes("killed", path);
	});

	it("offers nothing that another tab is sending, and discards for good what is not wanted", async () => {
		const path = await makeFile("tabs.mp4", 6 * partBytes);
		const first = await newTab();
		await sendSome(first, path);
		await first.getByRole("button", { name: "Pause tabs.mp4" }).click();
		const second = await newTab();
		await dragIn(second, [path]);
		await row(second, "tabs.mp4").getByText("Another tab of this browser").waitFor();
		await first.close({ runBeforeUnload: false });
		await second.reload();
		await row(second, "tabs.mp4")
			.getByText(/^Unfinished/)
			.waitFor();
		await second.getByRole("button", { name: "Discard tabs.mp4" }).click();
		await row(second, "tabs.mp4").waitFor({ state: "detached", timeout: 20_000 });
		const isGone = async () =>
			(await session.api.uploads.list({ organizationId })).uploads.length === 0;
		await waitFor(isGone, { timeoutMs: 10_000, what: "the end of the upload" });
		await second.reload();
		await isIdle(second);
		expect(await tray(second).count()).toBe(0);
	});
});

describe.each(themes)("the tray in %s", (theme) => {
	it.each([1280, 390])("is accessible, and works by keyboard, at %d pixels", async (width) => {
		await context.addCookies([{ name: "nuclom-theme", value: theme, url: stack.baseUrl }]);
		const page = await newTab();
		await page.setViewportSize({ width, height: 800 });
		const names = [`slow-${theme}-${width}.mp4`, `next-${theme}-${width}.mp4`] as const;
		const paths = await Promise.all(names.map((name) => makeFile(name, 3 * partBytes)));
		await throttle(page, 2 * mib);
		await dragIn(page, paths);
		await page.getByRole("button", { name: `Pause ${names[0]}` }).focus();
		await page.keyboard.press("Enter");
		await row(page, names[0])
			.getByText(/^Paused at/)
			.waitFor();
		await expectAccessible(page);
		await page.getByRole("button", { name: "Fold uploads" }).press("Enter");
		await page.getByRole("progressbar", { name: "All uploads" }).waitFor();
		await page.getByRole("button", { name: "Show uploads" }).press("Enter");
		await page.getByRole("button", { name: "Pause all uploads" }).press("Enter");
		await page.getByRole("button", { name: "Resume all uploads" }).waitFor();
		await page.reload();
		await row(page, names[1])
			.getByText(/^Unfinished/)
			.waitFor();
		await expectAccessible(page);
		for (const name of names) {
			await page.getByRole("button", { name: `Discard ${name}` }).press("Enter");
		}
		await tray(page).waitFor({ state: "detached", timeout: 20_000 });
	});
});
