// Makes a package by the generator, in a copy of the root, and compares it with those that are there.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, run } from "./run.mjs";

const name = "generated-room";
/** An ordinary package: what it has, a new one has, too. */
const pattern = join(root, "packages", "cache");
const copied = ["package.json", "pnpm-workspace.yaml", "turbo.json", "turbo"];
const filesOf = (folder) =>
	readdirSync(folder).filter((file) => /^[\w.]+\.(json|ts|md)$/.test(file));
const read = (folder, file) => readFileSync(join(folder, file), "utf8");

function compare(made) {
	const missing = filesOf(pattern).filter((file) => !filesOf(made).includes(file));
	const other = filesOf(made)
		.filter((file) => !["package.json", "README.md", "turbo.json"].includes(file))
		.filter((file) => read(made, file) !== read(pattern, file));
	const [mine, theirs] = [made, pattern].map((folder) => JSON.parse(read(folder, "package.json")));
	const fields = ["type", "exports", "files", "scripts", "devDependencies", "sideEffects"];
	const unequal = fields.filter(
		(field) => JSON.stringify(mine[field]) !== JSON.stringify(theirs[field]),
	);
	return [...missing, ...other, ...unequal.map((field) => `package.json: ${field}`)];
}

/** @returns {Promise<string | undefined>} how a generated package differs from packages/cache */
export async function checkGenerator() {
	const folder = mkdtempSync(join(tmpdir(), "nuclom-generator-"));
	try {
		for (const file of copied) cpSync(join(root, file), join(folder, file), { recursive: true });
		mkdirSync(join(folder, "packages"));
		const args = ["exec", "gen", "run", "package", "--root", folder, "--args", name];
		const { output } = await run("pnpm", [...args, "Made by a check.", "adapter"]);
		const differences = compare(join(folder, "packages", name));
		return differences.length > 0 ? `${output}\nUnlike packages/cache: ${differences}` : undefined;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
