import { writeFile } from "node:fs/promises";
import { launchBrowser, makeVideo, startOpenAiStandIn, temporaryFolder } from "@nuclom/testing";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dropFile } from "./support/drop-file.ts";
import { createOrganization, fillSignUp, signOut, signUp } from "./support/people.ts";
import { type Stack, startStack } from "./support/stack.ts";

const speech = "the quick brown fox jumps over the lazy dog";
let stack: Stack;
let ai: Awaited<ReturnType<typeof startOpenAiStandIn>>;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let olga: Page;
let videoUrl = "";
let inviteUrl = "";

beforeAll(async () => {
	folder = await temporaryFolder();
	ai = await startOpenAiStandIn();
	const env = { OPENAI_BASE_URL: ai.baseUrl, OPENAI_API_KEY: ai.apiKey };
	stack = await startStack({ env });
	browser = await launchBrowser();
	olga = await newPage();
}, 180_000);

afterAll(async () => {
	await browser?.close();
	await stack?.close();
	await ai?.close();
	await folder?.close();
}, 60_000);

async function newPage(): Promise<Page> {
	const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
	const page = await context.newPage();
	page.setDefaultTimeout(30_000);
	return page;
}

const isPlaying = (page: Page) =>
	page
		.locator("video")
		.evaluate((video: HTMLVideoElement) => !video.paused && video.currentTime > 0);
const currentTime = (page: Page) =>
	page.locator("video").evaluate((video: HTMLVideoElement) => video.currentTime);

describe("the journey", () => {
	it("begins with an account and an organization", async () => {
		await signUp(olga, stack.baseUrl, { name: "Olga Owner", email: "olga@journey.example" });
		await createOrganization(olga, "Blue Whale");
		expect(new URL(olga.url()).pathname).toBe("/blue-whale");
	});

	it("takes a file that is dropped anywhere, and its page works at once", async () => {
		const path = await makeVideo({
			seconds: 6,
			audio: "speech",
			speechText: speech,
			container: "mkv",
		});
		await dropFile(olga, path, "Launch review.mkv");
		const link = olga.getByRole("link", { name: /Launch review/ }).first();
		await link.click();
		await olga.waitForURL(/\/videos\//);
		videoUrl = olga.url();
		await olga
			.getByRole("textbox", { name: /comment/i })
			.first()
			.fill("Written before it was ready");
		await olga.keyboard.press("Enter");
		await olga.getByText("Written before it was ready").waitFor();
	});

	it("turns into the player by itself, and plays", async () => {
		await olga.locator("video").waitFor({ timeout: 90_000 });
		await olga.getByRole("button", { name: "Play" }).first().click();
		await expect.poll(() => isPlaying(olga), { timeout: 20_000 }).toBe(true);
	});

	it("jumps by ranges, and takes a comment at the moment that is shown", async () => {
		await olga.locator("video").evaluate((video: HTMLVideoElement) => {
			video.pause();
			video.currentTime = 3.2;
		});
		await expect.poll(() => currentTime(olga)).toBeCloseTo(3.2, 1);
		await olga.locator("body").press("c");
		await olga.keyboard.type("Hold this shot");
		await olga.keyboard.press("Enter");
		const comments = olga.getByRole("list", { name: "Comments", exact: true });
		await comments.getByText("Hold this shot").waitFor();
		await olga.locator("video").evaluate((video: HTMLVideoElement) => {
			video.currentTime = 0;
		});
		await comments.getByRole("button", { name: "Go to 0:03" }).click();
		await expect.poll(() => currentTime(olga)).toBeCloseTo(3.2, 0);
	});

	it("shows what was said, and jumps by it", async () => {
		await olga.getByRole("tab", { name: /Transcript/ }).click();
		const cue = olga.getByText(/fox|lazy|quick|brown/i).first();
		await cue.waitFor({ timeout: 90_000 });
		await cue.click();
		await olga.getByRole("tab", { name: /Summary/ }).click();
		await olga
			.getByRole("tabpanel")
			.getByText(/\w{3,}/)
			.first()
			.waitFor();
	});

	it("invites by a link that a second person opens, joins by and comments", async () => {
		await olga.goto(`${stack.baseUrl}/blue-whale/settings/members`);
		await olga.getByRole("button", { name: "Create link" }).click();
		inviteUrl = await olga.getByLabel("The new link").inputValue();
		await olga.goto(videoUrl);
		await olga.getByText("Hold this shot").waitFor();
		const mia = await newPage();
		await mia.goto(inviteUrl);
		await mia.getByRole("link", { name: "Create an account" }).click();
		await fillSignUp(mia, { name: "Mia Member", email: "mia@journey.example" });
		await mia.getByRole("button", { name: "Join Blue Whale" }).click();
		await mia
			.getByRole("link", { name: /Launch review/ })
			.first()
			.click();
		await mia.getByText("Hold this shot").waitFor();
		await mia
			.getByRole("textbox", { name: /comment/i })
			.first()
			.fill("Mia was here");
		await mia.keyboard.press("Enter");
		// Olga's page is not touched: it hears of it by itself.
		await olga.getByText("Mia was here").waitFor();
		await mia.context().close();
	});

	it("copies a link to the moment, which opens there", async () => {
		await olga.locator("video").evaluate((video: HTMLVideoElement) => {
			video.currentTime = 2;
		});
		await olga.getByRole("button", { name: "Copy link to this moment" }).click();
		const copied = () => olga.evaluate(() => navigator.clipboard.readText());
		await expect.poll(copied).toMatch(/[?&]t=/);
		await olga.goto(await copied());
		await expect.poll(() => currentTime(olga), { timeout: 20_000 }).toBeCloseTo(2, 0);
	});

	it("shows nothing of it to anybody outside", async () => {
		const sam = await newPage();
		await sam.goto(videoUrl);
		expect(new URL(sam.url()).pathname).toBe("/sign-in");
		await signUp(sam, stack.baseUrl, { name: "Sam Stranger", email: "sam@journey.example" });
		const page = await sam.goto(videoUrl);
		expect(page?.status()).toBe(404);
		expect(await sam.content()).not.toContain("Launch review");
		const [, , videoId] = new URL(videoUrl).pathname.split("/").slice(1);
		const invented = videoUrl.replace(videoId ?? "", "01900000-0000-7000-8000-000000000000");
		expect((await sam.goto(invented))?.status()).toBe(404);
		await sam.context().close();
	});

	it("says why a file that is no video failed, and offers the original and another try", async () => {
		const path = `${folder.path}/notes.mp4`;
		await writeFile(path, "These are notes, not a film. ".repeat(200));
		await olga.goto(`${stack.baseUrl}/blue-whale`);
		await dropFile(olga, path, "notes.mp4");
		await olga.getByRole("link", { name: /notes/ }).first().click();
		await olga.getByRole("button", { name: "Try again" }).waitFor({ timeout: 60_000 });
		const download = olga.waitForEvent("download");
		await olga.getByRole("button", { name: "Download the original" }).click();
		expect((await download).suggestedFilename()).toBe("notes.mp4");
	});

	it("ends with signing out, and the door is shut", async () => {
		await olga.goto(`${stack.baseUrl}/blue-whale`);
		await signOut(olga, "Olga Owner");
		await olga.goto(`${stack.baseUrl}/blue-whale`);
		expect(new URL(olga.url()).pathname).toBe("/sign-in");
	});
});
