// Remembers for what a step was last done, so that it is not done again for the same.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";

const folder = join(root, "node_modules", ".cache", "nuclom");
const file = (name) => join(folder, `${name}.stamp`);

export function readStamp(name) {
	try {
		return readFileSync(file(name), "utf8");
	} catch {
		return undefined;
	}
}

export function writeStamp(name, value) {
	mkdirSync(folder, { recursive: true });
	writeFileSync(file(name), value);
}

/** A digest of the content of files; a missing one counts as empty. */
export function contentDigest(paths) {
	const hash = createHash("sha256");
	for (const path of paths) {
		hash.update(`\0${path}\0`);
		try {
			hash.update(readFileSync(join(root, path)));
		} catch {
			// It is not there, and its name alone says so.
		}
	}
	return hash.digest("hex");
}

const skipped = /^(node_modules|dist|\.next|\.turbo|test-results|coverage|\.git|\.nuclom|docs)$/;
const irrelevant = /\.(test\.tsx?|md|tsbuildinfo)$|^next-env\.d\.ts$/;

function* filesBelow(path) {
	for (const entry of readdirSync(path, { withFileTypes: true })) {
		if (skipped.test(entry.name) || irrelevant.test(entry.name)) continue;
		const child = join(path, entry.name);
		if (entry.isDirectory()) yield* filesBelow(child);
		else if (entry.isFile()) yield child;
	}
}

/** A digest of names, sizes and times of all sources below some folders: some 30 ms for a thousand. */
export function sourcesDigest(folders) {
	const hash = createHash("sha256");
	for (const folder of folders) {
		for (const path of filesBelow(join(root, folder))) {
			const { size, mtimeMs } = statSync(path);
			hash.update(`${path}\0${size}\0${mtimeMs}\n`);
		}
	}
	return hash.digest("hex");
}
