// Usage: node scripts/screens.mjs [name …]   Only these pages, such as `watch library`; default: all.
import { mkdir, readdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { dress, everyPage, open, themes } from "../../../apps/web/test/support/pages.ts";
import { startStack } from "../../../apps/web/test/support/stack.ts";
import { launchBrowser } from "../../../packages/testing/src/index.ts";
import { startDemoAi } from "./demo-ai.mjs";
import { makeDemoWorld } from "./demo-world.mjs";

const folder = fileURLToPath(new URL("../../../docs/screens/", import.meta.url));
const sizes = { wide: { width: 1280, height: 800 }, narrow: { width: 390, height: 844 } };
const only = process.argv.slice(2);

const looks = Object.entries(sizes).flatMap(([size, viewport]) =>
	themes.map((theme) => ({ size, viewport, theme })),
);

async function newTab(browser, baseUrl, { viewport, theme }, session) {
	const context = await browser.newContext({
		viewport,
		reducedMotion: "reduce",
		colorScheme: theme,
	});
	await dress(context, baseUrl, theme, session);
	return context.newPage();
}

async function shoot(browser, baseUrl, look, { world, session }) {
	const [outside, inside] = [
		await newTab(browser, baseUrl, look, undefined),
		await newTab(browser, baseUrl, look, session),
	];
	const pages = everyPage(world).filter(({ name }) => only.length === 0 || only.includes(name));
	for (const { name, path, isSignedOut } of pages) {
		const tab = isSignedOut ? outside : inside;
		await open(tab, `${baseUrl}${path}`);
		const file = `${name}-${look.size}-${look.theme}.png`;
		await tab.screenshot({ path: `${folder}${file}`, animations: "disabled" });
		console.log(`✓ docs/screens/${file}`);
	}
	await outside.context().close();
	await inside.context().close();
}

async function clearOld() {
	await mkdir(folder, { recursive: true });
	if (only.length > 0) return;
	const pictures = (await readdir(folder)).filter((name) => name.endsWith(".png"));
	await Promise.all(pictures.map((name) => rm(`${folder}${name}`)));
}

async function main() {
	const ai = await startDemoAi();
	const env = { OPENAI_BASE_URL: ai.baseUrl, OPENAI_API_KEY: "none" };
	const stack = await startStack({ env });
	const browser = await launchBrowser();
	try {
		const demo = await makeDemoWorld(stack.baseUrl);
		await clearOld();
		for (const look of looks) await shoot(browser, stack.baseUrl, look, demo);
	} finally {
		await browser.close();
		await stack.close();
		ai.close();
	}
}

await main();
