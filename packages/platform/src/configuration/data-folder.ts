import { join, resolve } from "node:path";

/**
 * The state folder where none is named: `.nuclom` below `base`. PostgreSQL refuses root, and its own
 * user cannot pass a home folder of mode 0700, so for root it is a folder that anybody may pass.
 */
export function defaultDataDir(base: string, isRoot = process.getuid?.() === 0): string {
	return isRoot ? "/var/lib/nuclom" : join(resolve(base), ".nuclom");
}
