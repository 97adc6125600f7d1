// Runs steps one after the other, each with its time, and goes on after one that fails.
import { run, seconds } from "./run.mjs";

/**
 * @typedef {object} Step
 * @property {string} title
 * @property {readonly string[]} [command] a program and its arguments
 * @property {() => Promise<string | undefined>} [work] in place of a command; answers what is wrong
 * @property {Record<string, string>} [env]
 */

async function attempt({ command, work, env }) {
	if (work) {
		const problem = await work().catch((error) => error.stack ?? String(error));
		return { isOk: !problem, output: problem ? `${problem}\n` : "" };
	}
	const [program, ...args] = command;
	const { code, output } = await run(program, args, { env });
	return { isOk: code === 0, output };
}

/**
 * @param {readonly Step[]} steps
 * @returns {Promise<{ passed: Step[], failed: Step[] }>}
 */
export async function runSteps(steps) {
	const passed = [];
	const failed = [];
	for (const step of steps) {
		const startedAt = performance.now();
		console.log(`▸ ${step.title}`);
		const { isOk, output } = await attempt(step);
		if (!isOk) console.log(output);
		console.log(`${isOk ? "✓" : "✗"} ${step.title.padEnd(58)} ${seconds(startedAt)}`);
		(isOk ? passed : failed).push(step);
	}
	return { passed, failed };
}
