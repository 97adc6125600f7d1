import { loadCdnConfiguration } from "@nuclom/platform";
import type { EnvironmentSource } from "@nuclom/platform/process";
import { type Cdn, createCdn, type PurgeTarget } from "@nuclom/storage";
import { commandLogger } from "../local/logger.ts";
import { mark, type Output } from "../output.ts";

export interface PurgeOptions {
	readonly urls: readonly string[];
	readonly prefixes: readonly string[];
	readonly isEverything: boolean;
}

function configuredCdn(source: EnvironmentSource): Cdn {
	const { settings, probeUrl } = loadCdnConfiguration(source);
	return createCdn(settings, { probeUrl, logger: commandLogger(source) });
}

function none(output: Output): void {
	const text = "No CDN is set up (CLOUDFLARE_API_TOKEN and CLOUDFLARE_ZONE_ID): nothing to do.";
	output.answer({ status: "ok", provider: "none" }, mark("ok", text));
}

function targetsOf({ urls, prefixes, isEverything }: PurgeOptions): PurgeTarget[] {
	if (isEverything) return [{ everything: true }];
	return [...(urls.length > 0 ? [{ urls }] : []), ...(prefixes.length > 0 ? [{ prefixes }] : [])];
}

function describe({ urls, prefixes, isEverything }: PurgeOptions): string {
	if (isEverything) return "the whole zone";
	return [
		...(urls.length > 0 ? [`${urls.length} ${urls.length === 1 ? "address" : "addresses"}`] : []),
		...(prefixes.length > 0
			? [`${prefixes.length} ${prefixes.length === 1 ? "prefix" : "prefixes"}`]
			: []),
	].join(" and ");
}

/** @throws {AppError} CONFIG_INVALID, INPUT_INVALID, CDN_MISCONFIGURED, CDN_UNAVAILABLE */
export async function runPurge(
	source: EnvironmentSource,
	options: PurgeOptions,
	output: Output,
): Promise<void> {
	const cdn = configuredCdn(source);
	if (cdn.provider === "none") return none(output);
	for (const target of targetsOf(options)) await cdn.purge(target);
	const { provider } = cdn;
	const text = `Cloudflare forgets ${describe(options)}.`;
	output.answer({ status: "ok", provider, ...options }, mark("ok", text));
}

/** Proves that purging is allowed. @throws {AppError} as `runPurge` */
export async function runCdnCheck(source: EnvironmentSource, output: Output): Promise<void> {
	const cdn = configuredCdn(source);
	if (cdn.provider === "none") return none(output);
	await cdn.check();
	const text = "Cloudflare takes purges of this zone.";
	output.answer({ status: "ok", provider: cdn.provider }, mark("ok", text));
}
