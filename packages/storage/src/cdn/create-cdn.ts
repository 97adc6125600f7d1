import type { Logger } from "@nuclom/core";
import { type Cdn, createNoCdn } from "./cdn.ts";
import { createCloudflareCdn } from "./cloudflare.ts";
import type { CdnSettings } from "./env.ts";

/** The configured CDN. `probeUrl` is an address in its zone that nothing is at. */
export function createCdn(
	settings: CdnSettings,
	options: { readonly probeUrl: string; readonly logger?: Logger },
): Cdn {
	return settings.provider === "none"
		? createNoCdn()
		: createCloudflareCdn({ ...settings, ...options });
}
