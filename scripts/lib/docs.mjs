// Finds paths in the documents for contributors that do not exist.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root, run } from "./run.mjs";

const documents = /(^|\/)(AGENTS|README|CONTRIBUTING)\.md$/;
/** In backticks or as a link. */
const named = /`([^`\s]+)`|\]\(([^)#\s]+)[^)]*\)/g;
/** What stands in backticks is a path of ours when it begins like one. */
const ours = /^(\.\.?\/|(apps|packages|tooling|scripts|docs|turbo|\.github|\.ci|\.changeset)\/)/;
const isAddress = (text) => /^[a-z]+:/.test(text) || text.startsWith("/");
const isPattern = (text) => /[*{}<>$…]/.test(text);

function* pathsIn(text) {
	for (const [, code, link] of text.matchAll(named)) {
		const path = code ?? link;
		const isPath = link === undefined ? ours.test(path) : !isAddress(path);
		if (isPath && !isPattern(path)) yield path;
	}
}

/** Below the document's folder or below the root. */
const exists = (document, path) =>
	existsSync(join(root, dirname(document), path)) || existsSync(join(root, path));

/** @returns {Promise<string[]>} one line for each path that is not there */
export async function findBrokenPaths() {
	const { output } = await run("git", ["ls-files", "--cached", "--others", "--exclude-standard"]);
	const broken = [];
	for (const document of output.split("\n").filter((path) => documents.test(path))) {
		if (!existsSync(join(root, document))) continue;
		for (const path of pathsIn(readFileSync(join(root, document), "utf8"))) {
			if (!exists(document, path)) broken.push(`${document}: ${path} does not exist`);
		}
	}
	return broken;
}
