// Runs a script of this repository on the pinned Node with the pinned pnpm on the PATH: those that are
// installed when they fit, otherwise fetched once from the npm registry. Needs only Node 20 and npm.
// Usage: node scripts/run.mjs scripts/start.mjs [flags]
import { spawn } from "node:child_process";
import { delimiter } from "node:path";
import { onLauncherGone } from "./lib/launcher.mjs";
import { findToolchain } from "./lib/toolchain.mjs";

const [script, ...flags] = process.argv.slice(2);

/** npm's own variables would make the inner pnpm believe that it was run by npm. */
function cleanEnvironment(binaries) {
	const isNpm = /^npm_(config|lifecycle|package|command|execpath|node_execpath)/i;
	const kept = Object.entries(process.env).filter(([name]) => !isNpm.test(name));
	const env = Object.fromEntries(kept);
	env.PATH = [...binaries, process.env.PATH].join(delimiter);
	return env;
}

function run(toolchain) {
	const child = spawn(toolchain.node, [script, ...flags], {
		stdio: "inherit",
		env: cleanEnvironment(toolchain.path),
	});
	const stop = (signal) => {
		if (child.exitCode === null && child.signalCode === null) child.kill(signal);
	};
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(signal));
	onLauncherGone(() => stop("SIGTERM"));
	child.on("exit", (code, signal) => process.exit(signal ? 130 : (code ?? 1)));
}

try {
	run(findToolchain());
} catch (error) {
	console.error(`✗ ${error instanceof Error ? error.message : error}`);
	process.exitCode = 1;
}
