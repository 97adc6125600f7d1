import { waitFor } from "@nuclom/testing";
import type { Page } from "playwright-core";

/** Runs in the page: React has taken it over, and what it does afterwards is done. */
export async function isAlive(): Promise<boolean> {
	const content = document.querySelector("#content");
	if (!content || !Object.keys(content).some((key) => key.startsWith("__react"))) return false;
	// A page that draws all the time is never idle.
	const idle = () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }));
	await idle();
	await idle();
	return true;
}

/**
 * Drags files and folders of this machine into the middle of the page, as a person does from their desktop:
 * the page gets real entries and, in Chromium, handles that lead back to them.
 */
export async function dragIn(page: Page, paths: readonly string[]): Promise<void> {
	// A page in the background draws nothing, and hears of no drag.
	await page.bringToFront();
	// A drop before the page listens would leave it.
	await page.waitForFunction(isAlive);
	const devtools = await page.context().newCDPSession(page);
	const { width, height } = page.viewportSize() ?? { width: 1280, height: 720 };
	const data = { items: [], files: [...paths], dragOperationsMask: 1 };
	const drag = (type: "dragEnter" | "dragOver" | "drop") =>
		devtools.send("Input.dispatchDragEvent", { type, x: width / 2, y: height / 2, data });
	const overlay = page.getByText("Drop to upload");
	// Hovers, as a hand does, until the page has seen it.
	await waitFor(
		async () => {
			await drag("dragEnter");
			await drag("dragOver");
			return (await overlay.isVisible()) || undefined;
		},
		{ timeoutMs: 30_000, everyMs: 250, what: "the page to see what hangs over it" },
	);
	await drag("drop");
	await overlay.waitFor({ state: "detached" });
	await devtools.detach();
}
