// Figure: the JavaScript that a browser loads for the watch page, by gzip.
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { root } from "../run.mjs";
import { result } from "./statistics.mjs";

const { chromium } = createRequire(join(root, "apps/web/package.json"))("playwright-core");
const quietMs = 2000;

const isScript = (response) => /\.js(\?|$)/.test(response.url());

/** Loads a page until no script has come for two seconds: its event stream never ends by itself. */
async function loadScripts(page, url) {
	const bodies = new Map();
	let lastAt = performance.now();
	const pending = new Set();
	page.on("request", (request) => {
		if (!/\.js(\?|$)/.test(request.url())) return;
		pending.add(request);
		lastAt = performance.now();
	});
	page.on("response", async (response) => {
		if (!isScript(response)) return;
		bodies.set(response.url(), await response.body().catch(() => Buffer.alloc(0)));
		pending.delete(response.request());
		lastAt = performance.now();
	});
	page.on("requestfailed", (request) => pending.delete(request));
	await page.goto(url, { waitUntil: "load" });
	while (pending.size > 0 || performance.now() - lastAt < quietMs) await sleep(50);
	return bodies;
}

function cookiesFor(cookie, url) {
	return cookie.split("; ").map((pair) => {
		const at = pair.indexOf("=");
		return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
	});
}

export async function javascript({ product, workspace, say }) {
	const { slug, videoId, cookie } = workspace;
	const browser = await chromium.launch({
		executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
		args: ["--no-sandbox"],
	});
	try {
		const context = await browser.newContext();
		await context.addCookies(cookiesFor(cookie, product.baseUrl));
		const page = await context.newPage();
		const bodies = await loadScripts(page, `${product.baseUrl}/${slug}/videos/${videoId}`);
		const sizes = [...bodies].map(([url, body]) => ({ url, kB: gzipSync(body).length / 1000 }));
		sizes.sort((a, b) => b.kB - a.kB);
		for (const { url, kB } of sizes)
			say(`javascript: ${kB.toFixed(1)} kB ${new URL(url).pathname}`);
		const total = sizes.reduce((sum, { kB }) => sum + kB, 0);
		const raw = [...bodies.values()].reduce((sum, body) => sum + body.length, 0) / 1000;
		const note = `${sizes.length} files, ${raw.toFixed(0)} kB unpacked; largest: ${sizes
			.slice(0, 5)
			.map(({ kB }) => kB.toFixed(1))
			.join(", ")} kB; gzip level 6 of each; 1 kB is 1000 bytes`;
		const figure = { name: "watch-page-javascript", unit: "kB gzip", ours: [total], limit: 200 };
		return [result({ ...figure, note })];
	} finally {
		await browser.close();
	}
}
