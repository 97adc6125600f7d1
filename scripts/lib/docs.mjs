// Finds paths in the documents for contributors that do not exist.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root, run } from "./run.mjs";

const documents = /(^|\/)(AGENTS|README|CONTRIBUTING)\.md$/;
/** In backticks or as a link: what begins like a path of this repository. */
const named = /`([^`\s]+)`|\]\(([^)#\s]+)[^)]*\)/g;
const pathLike = /^(\.{0,2}\/)?[\w.@()[\]-]+(\/[\w.@()[\]*{},-]*)+$|^[\w.-]+\.(md|json|yaml|yml|ts|mjs|js)$/;

function isPath(text) {
	return pathLike.test(text) && !/[*{}]|^@|^https?:|^[a-z]+\/[a-z-]+$/.test(text);
}

/** Below the document's folder or below the root; what looks like `owner/name` of elsewhere is no path of ours. */
const exists = (document, path) =>
	existsSync(join(root, dirname(document), path)) || existsSync(join(root, path));

const ourFloors = /^(\.\/)?(apps|packages|tooling|scripts|docs|turbo|\.github|\.ci|\.changeset)\//;

/** @returns {Promise<string[]>} one line for each path that is not there */
export async function findBrokenPaths() {
	const { output } = await run("git", ["ls-files", "--cached", "--others", "--exclude-standard"]);
	const broken = [];
	for (const document of output.split("\n").filter((path) => documents.test(path))) {
		const text = readFileSync(join(root, document), "utf8");
		for (const [, code, link] of text.matchAll(named)) {
			const path = code ?? link;
			const isLink = link !== undefined && !/^[a-z]+:/.test(link);
			if (!isLink && !(isPath(path) || ourFloors.test(path))) continue;
			if (/[*{}<>$]/.test(path)) continue;
			if (!exists(document, path)) broken.push(`${document}: ${path} does not exist`);
		}
	}
	return broken;
}
