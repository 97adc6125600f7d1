// `pnpm dev`: everything with hot reload. Pages reload by Next, the packages that a browser loads are
// rebuilt when they change, web and worker run from the sources and are restarted.
import { spawn } from "node:child_process";
import { install } from "./lib/install.mjs";
import { root, step } from "./lib/run.mjs";

const packages = "--filter=@nuclom/web^...";
const quiet = { ...process.env, TURBO_TELEMETRY_DISABLED: "1", NEXT_TELEMETRY_DISABLED: "1" };

await install();
await step("Built the packages", "pnpm", ["exec", "turbo", "run", "build", packages]);

const start = (command, args, stdio) => spawn(command, args, { cwd: root, env: quiet, stdio });
const watcher = start("pnpm", ["exec", "turbo", "watch", "build", packages], "ignore");
const nuclom = start(
	process.execPath,
	[
		"--conditions=nuclom-source",
		"apps/cli/src/main.ts",
		"start",
		"--dev",
		...process.argv.slice(2),
	],
	"inherit",
);

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => nuclom.kill(signal));
nuclom.on("exit", (code, signal) => {
	watcher.kill();
	process.exitCode = signal ? 130 : (code ?? 1);
});
