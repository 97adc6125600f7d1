import {
	expectAccessible,
	launchBrowser,
	makeVideo,
	startOpenAiStandIn,
	waitFor,
} from "@nuclom/testing";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dress, everyPage, open, type Theme, themes, type World } from "./support/pages.ts";
import { askForPassword, type Session, sendFile, signUpBefore } from "./support/session.ts";
import { type Stack, startStack } from "./support/stack.ts";
import { makeStates } from "./support/states.ts";

const olga = { name: "Olga Owner", email: "olga@axe.example", password: "correct horse battery" };
let stack: Stack;
let ai: Awaited<ReturnType<typeof startOpenAiStandIn>>;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
let session: Session;
let world: World;

async function makeWorld(): Promise<World> {
	const { baseUrl } = stack;
	const { api } = session;
	const { id: organizationId, slug } = await api.organizations.create({ name: "Blue Whale" });
	const speechText = "the quick brown fox jumps over the lazy dog";
	const path = await makeVideo({ seconds: 6, audio: "speech", speechText });
	const file = { path, fileName: "Launch review.mp4" };
	const videoId = await sendFile(session, baseUrl, organizationId, file);
	const scope = { organizationId, videoId };
	const first = await api.comments.create({ ...scope, startMs: 1000, body: "Hold this shot." });
	await api.comments.create({ ...scope, startMs: 1000, parentId: first.id, body: "I shall." });
	await api.comments.create({ ...scope, startMs: 3000, endMs: 4000, body: "Cut this." });
	await askForPassword(baseUrl, olga.email);
	const states = await makeStates(session, baseUrl, organizationId);
	let status = "";
	const isHeard = async () => {
		status = (await api.transcripts.get(scope)).status;
		return status === "ready" || status === "failed";
	};
	await waitFor(isHeard, { timeoutMs: 150_000, what: "the transcript" });
	expect(status).toBe("ready");
	return { ...states, slug, videoId };
}

beforeAll(async () => {
	ai = await startOpenAiStandIn();
	stack = await startStack({ env: { OPENAI_BASE_URL: ai.baseUrl, OPENAI_API_KEY: ai.apiKey } });
	browser = await launchBrowser();
	session = await signUpBefore(stack.baseUrl, olga);
	world = await makeWorld();
}, 240_000);

afterAll(async () => {
	await browser?.close();
	await stack?.close();
	await ai?.close();
}, 60_000);

async function tabOf(theme: Theme, isSignedOut = false, width = 1280): Promise<Page> {
	const viewport = { width, height: 800 };
	const context: BrowserContext = await browser.newContext({ viewport, reducedMotion: "reduce" });
	await dress(context, stack.baseUrl, theme, isSignedOut ? undefined : session);
	return context.newPage();
}

const names = [
	...["sign-in", "sign-up", "forgot-password", "reset-password", "verify-email"],
	...["invite", "invite-gone", "outbox", "welcome", "library", "library-empty", "trash"],
	"trash-empty",
	"watch",
	...["watch-transcript", "watch-summary", "watch-details", "watch-uploading", "watch-failed"],
	...["settings-profile", "settings-appearance", "settings-organization", "settings-members"],
	...["settings-storage", "settings-api-keys"],
	...["not-found", "not-found-organization"],
];

it("looks at every page that there is", () => {
	expect(everyPage(world).map(({ name }) => name)).toEqual(names);
});

describe.each(themes)("%s", (theme) => {
	it.each(names)("axe finds nothing on %s", async (name) => {
		const { path, isSignedOut } = everyPage(world).find((one) => one.name === name) ?? {};
		const tab = await tabOf(theme, isSignedOut);
		await open(tab, `${stack.baseUrl}${path}`);
		await expectAccessible(tab);
		await tab.context().close();
	});

	it.each([
		"library",
		"trash",
		"watch",
		"settings-members",
		"settings-storage",
		"settings-api-keys",
	])("nor on a narrow %s", async (name) => {
		const { path } = everyPage(world).find((one) => one.name === name) ?? {};
		const tab = await tabOf(theme, false, 390);
		await open(tab, `${stack.baseUrl}${path}`);
		await expectAccessible(tab);
		await tab.context().close();
	});

	it("nor in the list of keys, nor in an open menu", async () => {
		const tab = await tabOf(theme);
		await open(tab, `${stack.baseUrl}/${world.slug}/videos/${world.videoId}`);
		await tab.keyboard.press("?");
		await tab.getByRole("dialog").waitFor();
		await expectAccessible(tab);
		await tab.keyboard.press("Escape");
		await tab.getByRole("dialog").waitFor({ state: "detached" });
		await tab.getByRole("button", { name: "Olga Owner: your account" }).click();
		await tab.getByRole("menu").waitFor();
		await expectAccessible(tab);
		await tab.context().close();
	});
});
