// Builds when a source is newer than what was built.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root, step } from "./run.mjs";
import { readStamp, sourcesDigest, writeStamp } from "./stamp.mjs";

const results = [
	"apps/cli/dist/main.js",
	"apps/web/dist/server/main.js",
	"apps/web/.next/BUILD_ID",
];

export async function build() {
	const wanted = sourcesDigest(["apps", "packages", "tooling"]);
	const isThere = results.every((file) => existsSync(join(root, file)));
	if (isThere && readStamp("build") === wanted) return;
	await step("Built Nuclom", "pnpm", [
		"exec",
		"turbo",
		"run",
		"build",
		"--output-logs=errors-only",
	]);
	writeStamp("build", sourcesDigest(["apps", "packages", "tooling"]));
}
