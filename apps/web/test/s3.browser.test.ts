import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { launchBrowser, makeVideo, startS3 } from "@nuclom/testing";
import type { Page, Request } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dropFile } from "./support/drop-file.ts";
import { type Session, signUpBefore } from "./support/session.ts";
import { type Stack, startStack } from "./support/stack.ts";

const cli = fileURLToPath(new URL("../../cli/dist/main.js", import.meta.url));
const ada = { name: "Ada Away", email: "ada@s3.example", password: "correct horse battery" };
let s3: Awaited<ReturnType<typeof startS3>>;
let stack: Stack;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
let session: Session;
let page: Page;
let env: Record<string, string>;
const toStore: Request[] = [];

beforeAll(async () => {
	s3 = await startS3({ bucket: "nuclom-videos" });
	env = {
		STORAGE_PROVIDER: "s3",
		STORAGE_REGION: s3.region,
		CLOUDFLARE_R2_ENDPOINT: s3.endpoint,
		CLOUDFLARE_R2_ACCESS_KEY: s3.accessKeyId,
		CLOUDFLARE_R2_SECRET_KEY: s3.secretAccessKey,
		CLOUDFLARE_R2_BUCKET: "nuclom-videos",
	};
	stack = await startStack({ env });
	browser = await launchBrowser();
	session = await signUpBefore(stack.baseUrl, ada);
	const { slug } = await session.api.organizations.create({ name: "Away" });
	const context = await browser.newContext();
	await session.enter(context);
	page = await context.newPage();
	page.setDefaultTimeout(30_000);
	page.on("requestfinished", (request) => {
		if (request.url().startsWith(s3.endpoint)) toStore.push(request);
	});
	await page.goto(`${stack.baseUrl}/${slug}`);
}, 240_000);

afterAll(async () => {
	await browser?.close();
	await stack?.close();
	await s3?.close();
}, 60_000);

describe("with the files in a bucket on another origin", () => {
	it("is set up by one command", async () => {
		const variables = {
			...env,
			NODE_ENV: "production" as const,
			NEXT_PUBLIC_APP_URL: stack.baseUrl,
			PATH: process.env.PATH,
		};
		const { stdout } = await promisify(execFile)(process.execPath, [cli, "storage", "setup"], {
			env: variables,
		});
		expect(stdout).toContain(stack.baseUrl);
	});

	it("sends a file straight to the bucket, and plays it from there", async () => {
		const path = await makeVideo({ seconds: 4, container: "mkv" });
		await dropFile(page, path, "Far away.mkv");
		const link = page.getByRole("link", { name: /Far away/ }).first();
		await link.click();
		await page.waitForURL(/\/videos\//);
		await page.locator("video").waitFor({ timeout: 90_000 });
		await page.getByRole("button", { name: "Play" }).first().click();
		const time = () =>
			page.locator("video").evaluate((video: HTMLVideoElement) => video.currentTime);
		await expect.poll(time, { timeout: 20_000 }).toBeGreaterThan(0.5);
		const parts = toStore.filter((request) => request.method() === "PUT");
		expect(parts).toHaveLength(1);
		expect(await parts[0]?.headerValue("content-md5")).toMatch(/^[\w+/]{22}==$/);
		expect(toStore.some((request) => request.resourceType() === "media")).toBe(true);
	});

	it("shows its poster, and hands the original out under its own name", async () => {
		await page
			.getByRole("link", { name: /Library|Away/ })
			.first()
			.click();
		const poster = page.locator(`img[src^="${s3.endpoint}"]`).first();
		await poster.waitFor();
		const width = () => poster.evaluate((image: HTMLImageElement) => image.naturalWidth);
		await expect.poll(width).toBeGreaterThan(100);
		const { organizations } = await session.api.viewer.get();
		const organizationId = organizations[0]?.id ?? "";
		const { items } = await session.api.videos.list({ organizationId });
		const videoId = items[0]?.id ?? "";
		const { url } = await session.api.videos.download({ organizationId, videoId });
		expect(url.startsWith(s3.endpoint)).toBe(true);
		const response = await fetch(url);
		expect(response.status).toBe(200);
		expect(response.headers.get("content-disposition")).toContain("Far away.mkv");
	});
});
