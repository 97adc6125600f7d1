// Every check of this repository, by name: `npm test` runs all, `pnpm verify` the quick ones.
import { findBrokenPaths } from "./docs.mjs";
import { checkGenerator } from "./generator.mjs";
import { run } from "./run.mjs";

const turbo = (...args) => ["pnpm", "exec", "turbo", ...args];
const tasks = (...args) => turbo("run", ...args, "--output-logs=errors-only", "--continue");

/** Which tasks a second run would have to do again. */
async function findUncached() {
	const names = ["build", "typecheck", "test", "lint"];
	const { code, output } = await run("pnpm", turbo("run", ...names, "--dry=json").slice(1));
	if (code !== 0) return output;
	const { tasks: planned } = JSON.parse(output.slice(output.indexOf("{")));
	const missed = planned
		// A task without a script is a mere point of order.
		.filter(({ command, cache }) => command !== "<NONEXISTENT>" && cache.status !== "HIT")
		.map(({ taskId }) => taskId);
	return missed.length > 0 ? `Not cached: ${missed.join(", ")}` : undefined;
}

async function checkDocs() {
	const broken = await findBrokenPaths();
	return broken.length > 0 ? broken.join("\n") : undefined;
}

export const checks = {
	lint: { title: "Format and lint (biome)", command: tasks("lint") },
	boundaries: { title: "Floors (turbo boundaries)", command: turbo("boundaries") },
	docs: { title: "Paths that documents name", work: checkDocs },
	build: { title: "Build", command: tasks("build") },
	typecheck: { title: "Types", command: tasks("typecheck") },
	unused: { title: "Unused code and dependencies (knip)", command: ["pnpm", "exec", "knip"] },
	packages: { title: "Packages (publint, attw)", command: tasks("package:check") },
	generator: { title: "A generated package is like the others", work: checkGenerator },
	unit: { title: "Unit tests", command: tasks("test") },
	cached: { title: "A second run is fully cached", work: findUncached },
	integration: {
		title: "Integration tests",
		command: tasks("test:integration", "--concurrency=1"),
	},
	browser: { title: "Browser tests", command: tasks("test:browser", "--concurrency=1") },
};
