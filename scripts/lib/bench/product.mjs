// Runs the built product, as `nuclom start` does for everybody.
import { join } from "node:path";
import { root } from "../run.mjs";
import { commandLine, family, freePort, startProgram, until } from "./processes.mjs";

async function isAlive(baseUrl) {
	try {
		const response = await fetch(`${baseUrl}/api/health/live`);
		await response.arrayBuffer();
		return response.status === 200;
	} catch {
		return false;
	}
}

/**
 * Starts it on a free port; answers when it is alive.
 * @param {{ dataDir: string, command?: string[] }} options `command`: what `--port` and `--data` are given to
 * @returns {Promise<{ baseUrl: string, webPid: number, startMs: number, output: () => string,
 *   stop: () => Promise<void> }>}
 */
export async function startProduct({ dataDir, command }) {
	const port = await freePort();
	const baseUrl = `http://localhost:${port}`;
	const [program, ...args] = command ?? [
		process.execPath,
		join(root, "apps/cli/dist/main.js"),
		"start",
	];
	const startedAt = performance.now();
	const flags = ["--port", String(port), "--data", dataDir];
	// The bench's own npm is no business of the product's.
	const entries = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
	const child = startProgram(program, [...args, ...flags], {
		cwd: root,
		env: Object.fromEntries(entries),
	});
	try {
		const wait = { deadlineMs: 120_000, everyMs: 10 };
		await until("the product's answer", () => requireRunning(child) && isAlive(baseUrl), wait);
	} catch (error) {
		await child.stop();
		throw error;
	}
	const startMs = performance.now() - startedAt;
	const webPid = family(child.pid).find((pid) =>
		commandLine(pid).includes("web/dist/server/main.js"),
	);
	if (!webPid) throw new Error("The web's process was not found below the product's.");
	return { baseUrl, webPid, startMs, output: child.output, stop: child.stop };
}

function requireRunning(child) {
	if (child.isRunning()) return true;
	throw new Error(`The product ended:\n${child.output()}`);
}
