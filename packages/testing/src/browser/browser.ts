import type { Browser } from "playwright-core";
import { findProgram } from "../process/find-program.ts";

export interface BrowserOptions {
	/** Default true. */
	readonly isHeadless?: boolean;
	/** Gives the page a camera, a microphone and a screen, and grants them unasked. */
	readonly fakeMedia?: {
		/** A WAV that the microphone hears, over and over. Default: a beep. */
		readonly microphoneWav?: string;
		/** A Y4M or MJPEG that the camera sees. Default: a moving pattern. */
		readonly cameraVideo?: string;
	};
	/** Further flags of Chromium. */
	readonly args?: readonly string[];
}

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

async function findChromium(): Promise<string> {
	const given = process.env.NUCLOM_TEST_CHROMIUM;
	if (given) return given;
	for (const name of names) {
		const path = await findProgram(name);
		if (path) return path;
	}
	throw new Error(
		"Chromium is not installed. Run: apt-get install -y chromium   (or name one in NUCLOM_TEST_CHROMIUM)",
	);
}

// Whatever a page or the browser itself asks for, only this machine is found.
const quiet = [
	"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-domain-reliability",
	"--disable-sync",
	"--no-default-browser-check",
	"--no-first-run",
	"--no-pings",
];

function mediaFlags(fakeMedia: BrowserOptions["fakeMedia"]): string[] {
	if (!fakeMedia) return [];
	const { microphoneWav, cameraVideo } = fakeMedia;
	return [
		"--use-fake-device-for-media-stream",
		"--use-fake-ui-for-media-stream",
		"--auto-select-desktop-capture-source=Entire screen",
		...(microphoneWav ? [`--use-file-for-fake-audio-capture=${microphoneWav}`] : []),
		...(cameraVideo ? [`--use-file-for-fake-video-capture=${cameraVideo}`] : []),
	];
}

/**
 * The installed Chromium under Playwright, which reaches nothing but this machine. It ends with `close()` and with
 * this process. NUCLOM_TEST_CHROMIUM names another program.
 */
export async function launchBrowser(options: BrowserOptions = {}): Promise<Browser> {
	const executablePath = await findChromium();
	const { chromium } = await import("playwright-core");
	return chromium.launch({
		executablePath,
		headless: options.isHeadless ?? true,
		// Chromium's sandbox refuses root.
		chromiumSandbox: process.getuid?.() !== 0,
		args: [...quiet, ...mediaFlags(options.fakeMedia), ...(options.args ?? [])],
	});
}
