import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type LoopbackServer, listenOnLoopback } from "../http-server.ts";
import { makeVideo } from "../media/video.ts";
import { expectAccessible } from "./accessible.ts";
import { launchBrowser } from "./browser.ts";

const page = (body: string) =>
	`<!doctype html><html lang="en"><head><title>Test</title></head><body><main><h1>Test</h1>${body}</main></body></html>`;

let server: LoopbackServer;
let browser: Browser;
beforeAll(async () => {
	server = await listenOnLoopback((request, response) => {
		const good = page("<button>Save</button>");
		const bad = page('<img src="data:,"><button style="color:#aaa;background:#fff">Save</button>');
		const policy = "default-src 'self'; img-src data:; style-src 'unsafe-inline'";
		response.writeHead(200, { "content-type": "text/html", "content-security-policy": policy });
		response.end(request.url === "/good" ? good : bad);
	});
	const microphoneWav = await makeVideo({ container: "wav", seconds: 1 });
	browser = await launchBrowser({ fakeMedia: { microphoneWav } });
});
afterAll(async () => {
	await browser.close();
	await server.close();
});

it("opens pages of this machine and nothing else", async () => {
	const tab = await browser.newPage();
	await tab.goto(`${server.origin}/good`);
	expect(await tab.title()).toBe("Test");
	for (const outside of ["http://example.com/", "http://192.0.2.1/"]) {
		await expect(tab.goto(outside)).rejects.toThrow(/ERR_NAME_NOT_RESOLVED/);
	}
	await tab.close();
});

it("lists what axe finds, under a strict content policy too", async () => {
	const context = await browser.newContext();
	const tab = await context.newPage();
	await tab.goto(`${server.origin}/good`);
	await expectAccessible(tab);
	await tab.goto(`${server.origin}/bad`);
	const failure = expectAccessible(tab);
	await expect(failure).rejects.toThrow(/2 problem.*color-contrast \(serious\).*image-alt/s);
	await expectAccessible(tab, { exclude: ["img", "button"] });
	await context.close();
});

it("has a camera, a microphone and a screen", async () => {
	const tab = await browser.newPage();
	await tab.goto(`${server.origin}/good`);
	const kinds = await tab.evaluate(`(async () => {
		const own = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
		const screen = await navigator.mediaDevices.getDisplayMedia({ video: true });
		return [...own.getTracks(), ...screen.getTracks()].map(({ kind }) => kind).sort();
	})()`);
	expect(kinds).toEqual(["audio", "video", "video"]);
	await tab.close();
});
