import { launchBrowser, makeVideo, waitFor } from "@nuclom/testing";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { open } from "./support/pages.ts";
import { type Session, sendFile, signUpBefore } from "./support/session.ts";
import { type Stack, startStack } from "./support/stack.ts";

const olga = { name: "Olga Owner", email: "olga@keys.example", password: "correct horse battery" };
let stack: Stack;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
let page: Page;

async function makeReadyVideo(session: Session): Promise<void> {
	const { api } = session;
	const { id: organizationId } = await api.organizations.create({ name: "Blue Whale" });
	const path = await makeVideo({ seconds: 20 });
	const file = { path, fileName: "Launch review.mp4" };
	const videoId = await sendFile(session, stack.baseUrl, organizationId, file);
	const isReady = async () =>
		(await api.videos.get({ organizationId, videoId })).status === "ready";
	await waitFor(isReady, { timeoutMs: 60_000, what: "the video" });
}

beforeAll(async () => {
	stack = await startStack();
	browser = await launchBrowser();
	const session = await signUpBefore(stack.baseUrl, olga);
	await makeReadyVideo(session);
	page = await (await browser.newContext()).newPage();
	page.setDefaultTimeout(30_000);
}, 180_000);

afterAll(async () => {
	await browser?.close();
	await stack?.close();
}, 60_000);

/** For a busy machine; it decides no result. */
const patience = { timeout: 20_000 };
const press = (key: string) => page.keyboard.press(key);
const video = () => page.locator("video");
const isPaused = () => video().evaluate((element: HTMLVideoElement) => element.paused);
const currentTime = () => video().evaluate((element: HTMLVideoElement) => element.currentTime);
const focused = () =>
	page.evaluate(() => {
		const element = document.activeElement;
		return element?.getAttribute("aria-label") || element?.textContent?.trim() || "";
	});

/** Presses Tab until the focus is on what is meant, as a person does who listens. */
async function tabTo(name: RegExp, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
	for (let step = 0; step < 80; step += 1) {
		await press(key);
		if (name.test(await focused())) return;
	}
	throw new Error(`Eighty steps of ${key} did not come to ${name}.`);
}

async function signIn(): Promise<void> {
	await open(page, `${stack.baseUrl}/sign-in`);
	await page.waitForFunction(() => document.readyState === "complete");
	await tabToField("email");
	await page.keyboard.type(olga.email);
	await tabToField("password");
	await page.keyboard.type(olga.password);
	await press("Enter");
	await page.waitForURL(/\/blue-whale$/);
}

async function tabToField(name: string): Promise<void> {
	const reached = () =>
		page.evaluate((wanted) => document.activeElement?.getAttribute("name") === wanted, name);
	for (let step = 0; step < 20; step += 1) {
		if (await reached()) return;
		await press("Tab");
	}
	throw new Error(`The field ${name} cannot be reached with Tab.`);
}

describe("without a mouse", () => {
	it("signs in, and Enter opens a video", async () => {
		await signIn();
		await page.getByRole("link", { name: "Launch review" }).waitFor();
		await tabTo(/^Launch review$/);
		await press("Enter");
		await page.waitForURL(/\/videos\//);
		await expect
			.poll(() => video().evaluate((v: HTMLVideoElement) => v.readyState), patience)
			.toBeGreaterThan(1);
	});

	it("plays and pauses with Space", async () => {
		await press("Space");
		await expect.poll(isPaused, patience).toBe(false);
		await expect.poll(currentTime, patience).toBeGreaterThan(0);
		await press("Space");
		await expect.poll(isPaused, patience).toBe(true);
	});

	it("seeks with arrows and digits, and steps by single frames", async () => {
		await press("0");
		await expect.poll(currentTime, patience).toBeLessThan(0.1);
		await press("ArrowRight");
		await expect.poll(currentTime, patience).toBeCloseTo(5, 1);
		await press("ArrowRight");
		await expect.poll(currentTime, patience).toBeCloseTo(10, 1);
		await press("ArrowLeft");
		await expect.poll(currentTime, patience).toBeCloseTo(5, 1);
		const before = await currentTime();
		await press(".");
		await expect.poll(currentTime, patience).toBeCloseTo(before + 1 / 30, 2);
	});

	it("stops for a comment on this moment as soon as somebody types, and Enter posts", async () => {
		await press("Space");
		await expect.poll(isPaused, patience).toBe(false);
		await page.keyboard.type("Warmer light here");
		expect(await isPaused()).toBe(true);
		const pinned = await currentTime();
		await press("Enter");
		const comment = page.getByRole("listitem").filter({ hasText: "Warmer light here" });
		await comment.waitFor();
		const chip = comment.getByRole("button", { name: /^Go to/ });
		const [seconds] = /\d+$/.exec((await chip.getAttribute("aria-label")) ?? "") ?? [];
		expect(Math.abs(Number(seconds) - pinned)).toBeLessThan(1);
	});

	it("replies", async () => {
		await press("Escape");
		await page.getByRole("button", { name: "Reply" }).waitFor();
		await tabTo(/^Reply$/);
		await press("Enter");
		await page.getByRole("textbox", { name: "Reply to Olga Owner" }).waitFor();
		await page.keyboard.type("Done in the next cut");
		await press("Enter");
		const reply = page.getByRole("listitem").filter({ hasText: "Done in the next cut" });
		await reply.first().waitFor();
	});

	it("goes back to a comment's moment by its time", async () => {
		await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
		// Leaving the box went on playing.
		if (!(await isPaused())) await press("k");
		await expect.poll(isPaused, patience).toBe(true);
		await press("0");
		await expect.poll(currentTime, patience).toBeLessThan(0.1);
		await tabTo(/^Go to \d:\d\d$/);
		await press("Enter");
		await expect.poll(currentTime, patience).toBeGreaterThan(4);
	});

	it("lists the keys with ?, and Escape goes back", async () => {
		await press("?");
		const help = page.getByRole("dialog", { name: "Keys on this page" });
		await help.waitFor();
		for (const label of ["One frame forward", "Comment on this frame", "Full screen"]) {
			await help.getByText(label).waitFor();
		}
		await press("Escape");
		await help.waitFor({ state: "detached" });
	});
});
