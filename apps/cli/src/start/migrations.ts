import type { Logger } from "@nuclom/core";
import type { EnvironmentSource } from "@nuclom/platform/process";
import { migrateAll } from "../local/migrate-all.ts";

/** An operator's database has its rules: another address for migrations, TLS. */
async function configuredUrl(source: EnvironmentSource): Promise<string> {
	const { loadConfiguration } = await import("@nuclom/platform");
	return loadConfiguration(source).database.directUrl;
}

/** Brings the schema up to date. Resolves to how many migrations were applied. */
export async function migrateEverything(
	source: EnvironmentSource,
	embeddedUrl: string | undefined,
	logger: Logger,
): Promise<number> {
	const url = embeddedUrl ?? (await configuredUrl(source));
	const { applied } = await migrateAll(url, { ...logger, info: logger.debug });
	return applied.length;
}
