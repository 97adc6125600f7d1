// Runs `pnpm run <script>` on Node 24 + pnpm 12, fetching both from npm when they are not installed.
// Plain JS that old Node (>=18) can run. No dependencies.
import { spawn, spawnSync } from "node:child_process";
import { delimiter, dirname } from "node:path";

const NODE = "24.21.0",
	PNPM = "12.21.0";
const [maj, min] = process.versions.node.split(".").map(Number);
const nodeOk = maj >= 24 || (maj === 22 && min >= 18);
const env = { ...process.env };
const pnpmOk = () => {
	const r = spawnSync("pnpm", ["--version"], { encoding: "utf8", env, cwd: "/" });
	return r.status === 0 && /^12\./.test(r.stdout.trim());
};
if (!(nodeOk && pnpmOk())) {
	const plat = process.platform === "win32" ? "win" : process.platform;
	const pre = plat === "darwin" && process.arch === "arm64" ? "node-bin" : "node";
	const pk = [`pnpm@${PNPM}`];
	if (!nodeOk) pk.push(`${pre}-${plat}-${process.arch}@${NODE}`);
	const args = [
		"exec",
		"--yes",
		"--prefer-offline",
		...pk.map((p) => `--package=${p}`),
		"--",
		"node",
		"-p",
		"JSON.stringify([process.execPath, process.env.PATH])",
	];
	const r = spawnSync(process.platform === "win32" ? "npm.cmd" : "npm", args, {
		encoding: "utf8",
		stdio: ["ignore", "pipe", "inherit"],
		env,
		cwd: import.meta.dirname ?? dirname(new URL(import.meta.url).pathname),
	});
	if (r.status !== 0) {
		console.error("could not fetch Node/pnpm from the npm registry");
		process.exit(r.status ?? 1);
	}
	const [exec, path] = JSON.parse(r.stdout.trim().split("\n").pop());
	const bin = path
		.split(delimiter)
		.find((p) => /_npx[\\/][0-9a-f]+[\\/]node_modules[\\/]\.bin$/.test(p));
	env.PATH = [bin ?? dirname(exec), process.env.PATH].join(delimiter);
}
for (const k of Object.keys(env))
	if (/^npm_(config|lifecycle|package|command|execpath|node_execpath)/i.test(k)) delete env[k];
const child = spawn("pnpm", ["run", ...process.argv.slice(2)], {
	stdio: "inherit",
	env,
	shell: process.platform === "win32",
});
const stop = (s) => {
	if (child.exitCode === null) child.kill(s);
};
process.on("SIGTERM", () => stop("SIGTERM"));
process.on("SIGHUP", () => stop("SIGTERM"));
process.on("SIGINT", () => {});
const parent = process.ppid;
setInterval(() => {
	if (process.ppid !== parent) stop("SIGTERM");
}, 500).unref();
child.on("exit", (code, sig) => process.exit(sig ? 130 : (code ?? 1)));
