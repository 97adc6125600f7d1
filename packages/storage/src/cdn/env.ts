import { AppError } from "@nuclom/core";
import { z } from "zod";

const setting = z.string().trim().min(1);

/** The variables of the CDN. Reads nothing. */
export const cdnEnv = z.object({
	CLOUDFLARE_API_TOKEN: setting
		.optional()
		.describe("An API token with the permission Zone → Cache Purge → Purge."),
	CLOUDFLARE_ZONE_ID: z
		.string()
		.trim()
		.regex(/^[0-9a-f]{32}$/, "must be the zone's id, 32 digits of 0-9a-f, not its name")
		.optional(),
	CLOUDFLARE_API_URL: z.url({ protocol: /^https?$/ }).optional(),
});

export type CdnEnvironment = z.infer<typeof cdnEnv>;

/** What the variables say, ready for `createCdn`. */
export type CdnSettings =
	| { readonly provider: "none" }
	| {
			readonly provider: "cloudflare";
			readonly apiToken: string;
			readonly zoneId: string;
			readonly apiUrl: string | undefined;
	  };

/** @throws {AppError} CONFIG_INVALID where one of both is not set; `data.missing` names it */
export function cdnSettings(env: CdnEnvironment): CdnSettings {
	const { CLOUDFLARE_API_TOKEN: apiToken, CLOUDFLARE_ZONE_ID: zoneId } = env;
	if (!apiToken && !zoneId) return { provider: "none" };
	if (apiToken && zoneId) {
		return { provider: "cloudflare", apiToken, zoneId, apiUrl: env.CLOUDFLARE_API_URL };
	}
	const missing = [apiToken ? "CLOUDFLARE_ZONE_ID" : "CLOUDFLARE_API_TOKEN"];
	throw new AppError("CONFIG_INVALID", "The CDN is not completely configured.", {
		hint: `Set ${missing.join()}, or neither to do without a CDN.`,
		data: { missing },
	});
}
