import { AppError } from "@nuclom/core";
import { type CdnSettings, cdnSettings } from "@nuclom/storage";
import type { Environment } from "../environment-schema.ts";
import type { Problems } from "./problems.ts";

export interface CdnSection {
	readonly settings: CdnSettings;
	/** An address in the zone that nothing is at: purging it proves that purging is allowed. */
	readonly probeUrl: string;
}

function parse(env: Environment, problems: Problems): CdnSettings {
	try {
		return cdnSettings(env);
	} catch (error) {
		if (!AppError.isInstance(error)) throw error;
		for (const variable of error.data.missing as string[]) {
			problems.add(variable, "not set, although the other half of the CDN is");
		}
		return { provider: "none" };
	}
}

export function cdnSection(env: Environment, appUrl: string, problems: Problems): CdnSection {
	const base = env.CLOUDFLARE_R2_PUBLIC_URL ?? appUrl;
	return {
		settings: parse(env, problems),
		probeUrl: `${base.replace(/\/$/, "")}/nuclom-check/nothing`,
	};
}
