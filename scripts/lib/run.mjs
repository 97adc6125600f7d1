// Runs a program as a step of a script: one line with its time, its output only when it fails.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const isWindows = process.platform === "win32";

/** Nothing that a script starts talks to its maker. */
const quiet = { TURBO_TELEMETRY_DISABLED: "1", NEXT_TELEMETRY_DISABLED: "1" };

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string>, isShown?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { cwd = root, env = {}, isShown = false } = {}) {
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			cwd,
			env: { ...process.env, ...quiet, ...env },
			shell: isWindows,
			stdio: ["ignore", isShown ? "inherit" : "pipe", isShown ? "inherit" : "pipe"],
		});
		const chunks = [];
		child.stdout?.on("data", (chunk) => chunks.push(chunk));
		child.stderr?.on("data", (chunk) => chunks.push(chunk));
		const finish = (code, note) =>
			resolve({ code, output: Buffer.concat(chunks).toString() + note });
		child.on("error", (error) => finish(127, `${command}: ${error.message}\n`));
		child.on("close", (code, signal) => finish(code ?? 1, signal ? `ended by ${signal}\n` : ""));
	});
}

export const seconds = (startedAt) => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;

/** Like `run`, but says how long it took, and fails with the program's output. */
export async function step(title, command, args, options) {
	const startedAt = performance.now();
	const { code, output } = await run(command, args, options);
	if (code === 0) {
		console.log(`✓ ${title.padEnd(58)} ${seconds(startedAt)}`);
		return;
	}
	process.stderr.write(output);
	throw new Error(`${title}: ${command} ${args.join(" ")} ended with code ${code}`);
}
