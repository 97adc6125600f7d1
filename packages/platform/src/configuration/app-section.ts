import type { Environment } from "../environment-schema.ts";
import { parseNetworks } from "./networks.ts";
import type { Problems } from "./problems.ts";
import { isLoopbackUrl, loopbackOrigins } from "./urls.ts";

export interface AppSection {
	/** Origin that people open, such as https://nuclom.com. */
	readonly url: string;
	/** Origins whose writes are accepted; `url` is among them. */
	readonly trustedOrigins: readonly string[];
	/** Where the front listens. */
	readonly host: string;
	readonly port: number;
	/** Peers whose x-forwarded-* are believed, as addresses or networks. */
	readonly trustedProxies: readonly string[];
	readonly maxUploadBytes: number;
	readonly storageQuotaBytes: number | null;
	readonly deletionGraceMs: number;
}

/** 20 GiB: an hour of a high-quality camera. */
const defaultMaxUploadBytes = 20 * 1024 ** 3;

/** A preview on Vercel has an address of its own; production has its domain. */
function vercelUrl(env: Environment): string | undefined {
	const host =
		env.VERCEL_ENV === "production"
			? (env.VERCEL_PROJECT_PRODUCTION_URL ?? env.VERCEL_URL)
			: env.VERCEL_URL;
	return host && `https://${host}`;
}

function appUrl(env: Environment, problems: Problems): string {
	const local = `http://localhost:${env.PORT}`;
	const given = env.NEXT_PUBLIC_APP_URL ?? env.BETTER_AUTH_URL ?? vercelUrl(env);
	if (!given) {
		if (env.NUCLOM_ENV !== "development") {
			problems.add("NEXT_PUBLIC_APP_URL", "not set; links in mails and sign-in need it");
		}
		return local;
	}
	const url = new URL(given);
	if (url.pathname !== "/" || url.search || url.hash) {
		problems.add("NEXT_PUBLIC_APP_URL", "must be an origin, without a path");
	}
	if (env.NUCLOM_ENV !== "development" && url.protocol === "http:" && !isLoopbackUrl(given)) {
		problems.add("NEXT_PUBLIC_APP_URL", `must be https in ${env.NUCLOM_ENV}`);
	}
	return url.origin;
}

function requireOneOrigin(env: Environment, url: string, problems: Problems): void {
	if (env.BETTER_AUTH_URL && new URL(env.BETTER_AUTH_URL).origin !== url) {
		problems.add("BETTER_AUTH_URL", "must be the same origin as NEXT_PUBLIC_APP_URL");
	}
}

function trustedOrigins(env: Environment, url: string, problems: Problems): string[] {
	const further = env.TRUSTED_ORIGINS ?? [];
	for (const origin of further) {
		if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
			problems.add("TRUSTED_ORIGINS", "must be origins, separated by commas");
		}
	}
	// A local start is opened by either name of this machine.
	const isLocal = env.NUCLOM_ENV === "development" || isLoopbackUrl(url);
	return [...new Set([url, ...(isLocal ? loopbackOrigins(env.PORT) : []), ...further])];
}

export function appSection(env: Environment, problems: Problems): AppSection {
	const url = appUrl(env, problems);
	requireOneOrigin(env, url, problems);
	const proxies = env.TRUSTED_PROXIES ?? [];
	if (!parseNetworks(proxies)) {
		problems.add("TRUSTED_PROXIES", "must be addresses or networks, separated by commas");
	}
	return {
		url,
		trustedOrigins: trustedOrigins(env, url, problems),
		host: env.HOST ?? (env.NUCLOM_ENV === "development" ? "127.0.0.1" : "0.0.0.0"),
		port: env.PORT,
		trustedProxies: proxies,
		maxUploadBytes: env.UPLOAD_MAX_BYTES ?? defaultMaxUploadBytes,
		storageQuotaBytes: env.STORAGE_QUOTA_BYTES ?? null,
		deletionGraceMs: (env.STORAGE_DELETION_GRACE_HOURS ?? 24) * 3_600_000,
	};
}
