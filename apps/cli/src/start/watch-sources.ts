import { readdirSync, watch } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../local/repository.ts";
import type { Family } from "./family.ts";

const settleMs = 300;
const isSource = (name: string | null) => name !== null && /(?<!\.test)\.ts$/.test(name);

/** For development: the worker runs the code as it is on disk. Next reloads the pages by itself. */
export function watchSources(family: Pick<Family, "restartWorker">): () => void {
	const packages = join(repositoryRoot, "packages");
	const folders = readdirSync(packages).map((name) => join(packages, name, "src"));
	let timer: NodeJS.Timeout | undefined;
	const watchers = [...folders, join(repositoryRoot, "apps/cli/src")].map((folder) =>
		watch(folder, { recursive: true }, (_event, name) => {
			if (!isSource(name)) return;
			clearTimeout(timer);
			timer = setTimeout(() => family.restartWorker(), settleMs);
		}),
	);
	return () => {
		clearTimeout(timer);
		for (const watcher of watchers) watcher.close();
	};
}
