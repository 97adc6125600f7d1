import { createPlatform } from "./create-platform.ts";
import { loadConfiguration } from "./load-configuration.ts";
import type { Platform } from "./platform.ts";

/** Next bundles copies of workspace code: the symbol lets all of them meet at one platform, one pool, one LISTEN. */
const key = Symbol.for("nuclom.platform");
const shared = globalThis as { [key]?: Platform | undefined };

/** Makes `platform` the one of this process; undefined forgets it. */
export function setPlatform(platform: Platform | undefined): void {
	shared[key] = platform;
}

/**
 * The platform of this process. Where no front has set one (on Vercel), it is built from the
 * environment at the first call.
 * @throws {AppError} CONFIG_INVALID
 */
export function getPlatform(): Platform {
	shared[key] ??= createPlatform(loadConfiguration(), { service: "web" });
	return shared[key];
}
