import { createLocalStorage } from "@nuclom/storage";
import {
	expectAccessible,
	launchBrowser,
	makeVideo,
	temporaryFolder,
	waitFor,
} from "@nuclom/testing";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatBytes } from "../lib/format/bytes.ts";
import { dress, open, themes } from "./support/pages.ts";
import { type Session, sendFile, signUpBefore } from "./support/session.ts";
import { type Stack, startStack } from "./support/stack.ts";

const password = "correct horse battery";
const quotaBytes = 64 * 1024 * 1024;
let stack: Stack;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let olga: Session;
let mia: Session;
let organizationId: string;
let page: Page;

beforeAll(async () => {
	folder = await temporaryFolder("stored");
	const env = { STORAGE_PATH: folder.path, STORAGE_QUOTA_BYTES: String(quotaBytes) };
	stack = await startStack({ env });
	browser = await launchBrowser();
	const { baseUrl } = stack;
	olga = await signUpBefore(baseUrl, { name: "Olga Owner", email: "olga@trash.example", password });
	mia = await signUpBefore(baseUrl, { name: "Mia Member", email: "mia@trash.example", password });
	({ id: organizationId } = await olga.api.organizations.create({ name: "Blue Whale" }));
	const invite = await olga.api.invites.create({ organizationId });
	const token = new URL(invite.url).pathname.split("/").at(-1) ?? "";
	await mia.api.invites.accept({ token });
	page = await tabOf(olga);
}, 180_000);

afterAll(async () => {
	await browser?.close();
	await stack?.close();
	await folder?.close();
}, 60_000);

async function tabOf(session: Session, theme: "light" | "dark" = "light", width = 1280) {
	const context: BrowserContext = await browser.newContext({
		viewport: { width, height: 800 },
		reducedMotion: "reduce",
		permissions: ["clipboard-read", "clipboard-write"],
	});
	await dress(context, stack.baseUrl, theme, session);
	const tab = await context.newPage();
	tab.setDefaultTimeout(20_000);
	return tab;
}

/** A video of two seconds that can be played. */
async function addVideo(title: string): Promise<string> {
	const file = { path: await makeVideo({ seconds: 2 }), fileName: `${title}.mp4` };
	const videoId = await sendFile(olga, stack.baseUrl, organizationId, file);
	const isReady = async () =>
		(await olga.api.videos.get({ organizationId, videoId })).status === "ready";
	await waitFor(isReady, { timeoutMs: 60_000, what: title });
	return videoId;
}

const at = (path = "") => `${stack.baseUrl}/blue-whale${path}`;
const card = (title: string, on = page) => on.getByRole("link", { name: title, exact: true });
/** Not a toast, which is a list item, too. */
const row = (title: string, on = page) =>
	on.locator("main").getByRole("listitem").filter({ hasText: title });
const focused = (on = page) =>
	on.evaluate(() => {
		const element = document.activeElement;
		return element?.getAttribute("aria-label") || element?.textContent?.trim() || "";
	});
/** For a busy machine; it decides no result. */
const patience = { timeout: 20_000 };

async function moveToTrash(title: string, on = page): Promise<void> {
	await on.getByRole("button", { name: `More about ${title}` }).click();
	await on.getByRole("menuitem", { name: "Move to the trash" }).click();
}

/** Presses Tab until the focus is on what is meant, as a person does who listens. */
async function tabTo(name: string): Promise<void> {
	for (let step = 0; step < 60; step += 1) {
		if ((await focused()) === name) return;
		await page.keyboard.press("Tab");
	}
	throw new Error(`Sixty steps of Tab did not come to ${name}, but to ${await focused()}.`);
}

describe("deleting a video", () => {
	it("asks nothing, and Undo brings it back", async () => {
		await addVideo("Harbor");
		await addVideo("Lighthouse");
		await open(page, at());
		await moveToTrash("Harbor");
		await card("Harbor").waitFor({ state: "detached" });
		await expect.poll(() => focused(), patience).toBe("Lighthouse");
		await page.getByText("Moved to the trash.").waitFor();
		await page.getByRole("button", { name: "Undo" }).click();
		await card("Harbor").waitFor();
		await page.getByText("“Harbor” is back in the library.").waitFor();
	});

	it("tells whoever watches it, who is back in it after Undo", async () => {
		await card("Harbor").click();
		await page.waitForURL(/\/videos\//);
		const other = await tabOf(mia);
		await open(other, page.url());
		await moveToTrash("Harbor");
		await page.waitForURL(at());
		await page.getByRole("heading", { name: "Library" }).waitFor();
		await card("Lighthouse").waitFor();
		expect(await card("Harbor").count()).toBe(0);
		await other.getByRole("heading", { name: "This video was deleted" }).waitFor();
		await other.getByRole("link", { name: "Look in the trash" }).waitFor();
		expect(await other.locator("video").count()).toBe(0);
		await expectAccessible(other);
		await page.getByRole("button", { name: "Undo" }).click();
		await other.locator("video").waitFor();
		await card("Harbor").waitFor();
		await other.context().close();
	});

	it("says at its address that it is not here, with a way on", async () => {
		const { items } = await olga.api.videos.list({ organizationId });
		const videoId = items.find(({ title }) => title === "Harbor")?.id ?? "";
		await olga.api.videos.delete({ organizationId, videoId });
		const answer = await page.goto(at(`/videos/${videoId}`));
		expect(answer?.status()).toBe(404);
		await page.getByRole("heading", { name: "This video is not here" }).waitFor();
		await expectAccessible(page);
		await page.getByRole("link", { name: "Look in the trash" }).click();
		await row("Harbor").waitFor();
		expect(await row("Harbor").textContent()).toMatch(/deleted by Olga Owner just now/);
		expect(await row("Harbor").textContent()).toMatch(/Deleted for ever in 30 days/);
	});

	it("is offered to those who may", async () => {
		const other = await tabOf(mia);
		await open(other, at());
		await other.getByRole("button", { name: "More about Lighthouse" }).click();
		await other.getByRole("menuitem", { name: "Copy link" }).waitFor();
		expect(await other.getByRole("menuitem", { name: "Move to the trash" }).count()).toBe(0);
		await other.getByRole("menuitem", { name: "Copy link" }).click();
		const copied = () => other.evaluate(() => navigator.clipboard.readText());
		await expect.poll(copied, patience).toMatch(/\/blue-whale\/videos\/[0-9a-f-]{36}$/);
		await open(other, at("/trash"));
		await row("Harbor", other).waitFor();
		expect(await row("Harbor", other).getByRole("button").count()).toBe(0);
		await other.context().close();
	});
});

describe("storage", () => {
	it("shows what a listing of the store says, and moves with it", async () => {
		await open(page, at("/settings/storage"));
		const meter = page.getByRole("meter", { name: "Storage" });
		const shown = async () => Number(await meter.getAttribute("aria-valuenow"));
		const store = createLocalStorage({
			path: folder.path,
			publicBaseUrl: stack.baseUrl,
			signingSecret: "only lists, signs nothing",
		});
		const listed = async () => {
			const { objects } = await store.list({ prefix: `videos/${organizationId}/` });
			return objects.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
		};
		const bytes = await listed();
		expect(bytes).toBeGreaterThan(0);
		expect(await shown()).toBe(bytes);
		const text = `${formatBytes(bytes)} of 64 MiB`;
		expect(await meter.getAttribute("aria-valuetext")).toBe(text);
		await addVideo("Gulls");
		await expect.poll(shown, patience).toBe(await listed());
		expect(await shown()).toBeGreaterThan(bytes);
		expect(await meter.getAttribute("aria-valuemax")).toBe(String(quotaBytes));
	});

	it("says what to do when it is full", async () => {
		const { storedBytes } = await olga.api.organizations.storage({ organizationId });
		const file = { fileName: "All the rest.mp4", contentType: "video/mp4" };
		const sizeBytes = quotaBytes - storedBytes;
		const { uploadId } = await olga.api.uploads.create({ organizationId, ...file, sizeBytes });
		await open(page, at("/settings/storage"));
		await page.getByRole("alert").getByText("The quota is full").waitFor();
		await expectAccessible(page);
		await olga.api.uploads.abort({ organizationId, uploadId });
	});
});

describe("the trash, without a mouse", () => {
	it("is reached from the rail, and Enter restores; the focus goes on to the next row", async () => {
		const { items } = await olga.api.videos.list({ organizationId });
		for (const { id: videoId } of items) await olga.api.videos.delete({ organizationId, videoId });
		await open(page, at());
		await page.getByRole("heading", { name: "Nothing to watch yet" }).waitFor();
		await tabTo("Trash");
		await page.keyboard.press("Enter");
		await page.waitForURL(at("/trash"));
		await row("Lighthouse").waitFor();
		await tabTo("Restore Harbor");
		await page.keyboard.press("Enter");
		await row("Harbor").waitFor({ state: "detached" });
		await expect.poll(() => focused(), patience).toBe("Restore Lighthouse");
		await page.getByText("“Harbor” is back in the library.").waitFor();
	});

	it("asks before it deletes for ever, and gives the focus back", async () => {
		await tabTo("Delete for ever: Lighthouse");
		await page.keyboard.press("Enter");
		const question = page.getByRole("alertdialog", { name: "Delete “Lighthouse” for ever?" });
		await question.getByText("every comment on it").waitFor();
		await expect.poll(() => focused(), patience).toBe("Keep");
		await page.keyboard.press("Enter");
		await question.waitFor({ state: "detached" });
		await expect.poll(() => focused(), patience).toBe("Delete for ever: Lighthouse");
	});

	it("deletes for ever, and the last row leaves the page to be read", async () => {
		const { items } = await olga.api.trash.list({ organizationId });
		const videoId = items.find(({ title }) => title === "Lighthouse")?.id ?? "";
		await page.keyboard.press("Enter");
		await page.getByRole("alertdialog").waitFor();
		await expect.poll(() => focused(), patience).toBe("Keep");
		await page.keyboard.press("Tab");
		expect(await focused()).toBe("Delete for ever");
		await page.keyboard.press("Enter");
		await page.getByText("“Lighthouse” is deleted for ever.").waitFor();
		await row("Lighthouse").waitFor({ state: "detached" });
		await expect.poll(() => focused(), patience).toBe("Restore Gulls");
		await page.keyboard.press("Enter");
		await page.getByRole("heading", { name: "The trash is empty" }).waitFor();
		const isOnContent = () => page.evaluate(() => document.activeElement?.id === "content");
		await expect.poll(isOnContent, patience).toBe(true);
		const restored = olga.api.trash.restore({ organizationId, videoId });
		await expect(restored).rejects.toMatchObject({ code: "VIDEO_NOT_FOUND" });
	});

	it("fills and empties by itself while another person deletes and restores", async () => {
		const { items } = await olga.api.videos.list({ organizationId });
		const videoId = items.find(({ title }) => title === "Harbor")?.id ?? "";
		await olga.api.videos.delete({ organizationId, videoId });
		await row("Harbor").waitFor();
		await olga.api.trash.restore({ organizationId, videoId });
		await page.getByRole("heading", { name: "The trash is empty" }).waitFor();
	});
});

describe("a full trash", () => {
	it("comes a page at a time, to its end", async () => {
		const addAndDelete = async (number: number) => {
			const file = { fileName: `Take ${number}.mp4`, contentType: "video/mp4", sizeBytes: 1024 };
			const { videoId } = await olga.api.uploads.create({ organizationId, ...file });
			await olga.api.videos.delete({ organizationId, videoId });
			return videoId;
		};
		const numbers = Array.from({ length: 30 }, (_, index) => index + 1);
		const videoIds = await Promise.all(numbers.map(addAndDelete));
		await open(page, at("/trash"));
		await page.getByRole("button", { name: "Load more" }).scrollIntoViewIfNeeded();
		await expect.poll(() => row("Take ").count(), patience).toBe(30);
		expect(await page.getByRole("button", { name: "Load more" }).count()).toBe(0);
		for (const videoId of videoIds) await olga.api.trash.purge({ organizationId, videoId });
		await page.getByRole("heading", { name: "The trash is empty" }).waitFor();
	});
});

describe("API keys", () => {
	let key = "";
	const list = (bearer: string) =>
		fetch(`${stack.baseUrl}/api/v1/organizations/${organizationId}/videos`, {
			headers: { authorization: `Bearer ${bearer}` },
		});

	it("wants a name and something that the key may do", async () => {
		await open(page, at("/settings/api-keys"));
		await page.getByRole("button", { name: "New key" }).click();
		const dialog = page.getByRole("dialog", { name: "New API key" });
		const isOnName = () => page.evaluate(() => document.activeElement?.getAttribute("name"));
		await expect.poll(isOnName, patience).toBe("name");
		await dialog.getByRole("checkbox", { name: "Upload" }).uncheck();
		await dialog.getByRole("button", { name: "Create key" }).click();
		await dialog.getByText("Write a name").waitFor();
		await dialog.getByLabel("Name").fill("Render farm");
		await dialog.getByRole("button", { name: "Create key" }).click();
		await dialog.getByText("Choose at least one.").waitFor();
	});

	it("shows the key once, with the line that uses it, and it works", async () => {
		const dialog = page.getByRole("dialog", { name: "New API key" });
		await dialog.getByRole("checkbox", { name: "Read" }).check();
		await dialog.getByRole("checkbox", { name: "Upload" }).check();
		await dialog.getByLabel("Works for").selectOption("30 days");
		await dialog.getByRole("button", { name: "Create key" }).click();
		const shown = page.getByRole("alertdialog", { name: "Copy the key now" });
		key = await shown.getByLabel("The new key").inputValue();
		expect(await shown.getByLabel("On the command line").inputValue()).toBe(
			`NUCLOM_API_KEY=${key} nuclom upload FILE --url ${stack.baseUrl}`,
		);
		await shown.getByRole("button", { name: "Copy" }).first().click();
		await expect
			.poll(() => page.evaluate(() => navigator.clipboard.readText()), patience)
			.toBe(key);
		expect((await list(key)).status).toBe(200);
	});

	it("is nowhere when the dialog is closed", async () => {
		await page.getByRole("button", { name: "Done" }).click();
		await page.getByRole("alertdialog").waitFor({ state: "detached" });
		await expect.poll(() => focused(), patience).toBe("New key");
		await row("Render farm")
			.getByText(/ends in 30 days|ends \d+ \w+/)
			.waitFor();
		const values = await page.evaluate(() => [
			document.documentElement.outerHTML,
			...[...document.querySelectorAll("input")].map((input) => input.value),
			JSON.stringify({ ...localStorage }),
			JSON.stringify({ ...sessionStorage }),
		]);
		expect(values.join("\n")).not.toContain(key);
		await page.getByRole("button", { name: "New key" }).click();
		const dialog = page.getByRole("dialog", { name: "New API key" });
		expect(await dialog.getByLabel("Name").inputValue()).toBe("");
		await page.keyboard.press("Escape");
		await dialog.waitFor({ state: "detached" });
	});

	it("is refused as soon as it is revoked", async () => {
		await open(page, at("/settings/api-keys"));
		await row("Render farm").getByText("last used").waitFor();
		await page.getByRole("button", { name: "Revoke Render farm" }).click();
		const question = page.getByRole("alertdialog", { name: "Revoke Render farm?" });
		await question.getByRole("button", { name: "Revoke" }).click();
		await page.getByText("The key Render farm no longer works.").waitFor();
		await row("Render farm").waitFor({ state: "detached" });
		expect((await list(key)).status).toBe(401);
	});
});

describe.each(themes)("axe finds nothing, %s", (theme) => {
	it.each([1280, 390])("at %i pixels", async (width) => {
		const tab = await tabOf(olga, theme, width);
		await open(tab, at("/trash"));
		await expectAccessible(tab);
		const [video] = (await olga.api.videos.list({ organizationId })).items;
		const input = { organizationId, videoId: video?.id ?? "" };
		await olga.api.videos.delete(input);
		await tab.getByRole("button", { name: /^Delete for ever/ }).click();
		await tab.getByRole("alertdialog").waitFor();
		await expectAccessible(tab);
		await olga.api.trash.restore(input);
		await open(tab, at());
		await tab.getByRole("button", { name: "More about Harbor" }).click();
		await tab.getByRole("menu").waitFor();
		await expectAccessible(tab);
		await open(tab, at("/settings/storage"));
		await expectAccessible(tab);
		await open(tab, at("/settings/api-keys"));
		await expectAccessible(tab);
		await tab.getByRole("button", { name: "New key" }).click();
		await tab.getByRole("dialog").waitFor();
		await expectAccessible(tab);
		await tab.getByLabel("Name").fill("Passing by");
		await tab.getByRole("button", { name: "Create key" }).click();
		await tab.getByRole("alertdialog").waitFor();
		await expectAccessible(tab);
		await tab.context().close();
	});
});
