// Installs the packages when they are not those that the lockfile names.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root, step } from "./run.mjs";
import { contentDigest, readStamp, writeStamp } from "./stamp.mjs";

/** Every file that decides what is installed. */
function manifests() {
	const rooms = ["apps", "packages", "tooling"].flatMap((floor) =>
		readdirSync(join(root, floor)).map((room) => `${floor}/${room}/package.json`),
	);
	return ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", ...rooms.sort()];
}

export async function install() {
	const wanted = `${contentDigest(manifests())} ${process.versions.modules}`;
	const isThere = existsSync(join(root, "node_modules", ".modules.yaml"));
	if (isThere && readStamp("install") === wanted) return;
	await step("Installed the packages", "pnpm", [
		"install",
		"--frozen-lockfile",
		"--prefer-offline",
	]);
	writeStamp("install", wanted);
}
