import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";

export interface Scratch extends AsyncDisposable {
	readonly dir: string;
	/** A path inside, for a file that is about to be made. */
	path(name: string): string;
}

/** A folder for one job; gone with everything in it when the job ends, whichever way. */
export async function createScratch(parent: string, prefix: string): Promise<Scratch> {
	await mkdir(parent, { recursive: true });
	const dir = await mkdtemp(join(parent, `${prefix}-`));
	return {
		dir,
		path: (name) => join(dir, name),
		[Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true }),
	};
}
