import { resolve } from "node:path";
import { type AppSection, appSection } from "./configuration/app-section.ts";
import { type AuthSection, authSection } from "./configuration/auth-section.ts";
import { type CdnSection, cdnSection } from "./configuration/cdn-section.ts";
import { defaultDataDir } from "./configuration/data-folder.ts";
import { type DatabaseSection, databaseSection } from "./configuration/database-section.ts";
import type { EnvironmentName } from "./configuration/env.ts";
import { type MailSection, mailSection } from "./configuration/mail-section.ts";
import { type MediaSection, mediaSection } from "./configuration/media-section.ts";
import { collectProblems, configurationError } from "./configuration/problems.ts";
import { type StorageSection, storageSection } from "./configuration/storage-section.ts";
import { type EnvironmentSource, processEnvironment } from "./environment.ts";
import { type Environment, parseEnvironment } from "./environment-schema.ts";

/** Everything that can be set, typed and checked. */
export interface Configuration {
	readonly environment: EnvironmentName;
	/** The state folder: embedded database, local storage, outbox, secrets. */
	readonly dataDir: string;
	readonly app: AppSection;
	readonly database: DatabaseSection;
	readonly auth: AuthSection;
	readonly storage: StorageSection;
	readonly cdn: CdnSection;
	readonly mail: MailSection;
	readonly media: MediaSection;
	readonly cache: { readonly url: string | undefined };
	readonly ai: {
		readonly apiKey: string | undefined;
		readonly baseUrl: string | undefined;
		readonly models: { readonly transcription: string; readonly analysis: string };
	};
	readonly monitoring: MonitoringSection;
	/** True on Vercel: no worker, no disk, and streams that end before the function's limit. */
	readonly isServerless: boolean;
}

interface MonitoringSection {
	readonly logLevel: "debug" | "info" | "warn" | "error" | "silent";
	readonly sentryDsn: string | undefined;
	readonly sentryEnvironment: string;
	/** Asked for by /metrics; without it only this machine may read them. */
	readonly metricsToken: string | undefined;
}

function monitoringSection(env: Environment): MonitoringSection {
	return {
		logLevel: env.LOG_LEVEL ?? "info",
		sentryDsn: env.SENTRY_DSN,
		sentryEnvironment: env.SENTRY_ENVIRONMENT ?? env.NUCLOM_ENV,
		metricsToken: env.METRICS_TOKEN,
	};
}

/**
 * The configuration of this process, from its environment or from `source`.
 * @throws {AppError} CONFIG_INVALID with every problem at once
 */
export function loadConfiguration(source: EnvironmentSource = processEnvironment()): Configuration {
	const { environment: env, problems: found } = parseEnvironment(source);
	const problems = collectProblems(found);
	const dataDir = resolve(env.NUCLOM_DATA ?? defaultDataDir("."));
	const app = appSection(env, problems);
	const configuration: Configuration = {
		environment: env.NUCLOM_ENV,
		dataDir,
		app,
		database: databaseSection(env, problems),
		auth: authSection(env, problems),
		storage: storageSection(env, dataDir, problems),
		cdn: cdnSection(env, app.url, problems),
		mail: mailSection(env, dataDir, problems),
		media: mediaSection(env, env.NUCLOM_DATA && dataDir),
		cache: { url: env.REDIS_URL },
		ai: {
			apiKey: env.OPENAI_API_KEY,
			baseUrl: env.OPENAI_BASE_URL,
			models: {
				transcription: env.OPENAI_TRANSCRIPTION_MODEL,
				analysis: env.OPENAI_ANALYSIS_MODEL,
			},
		},
		monitoring: monitoringSection(env),
		isServerless: env.VERCEL_ENV !== undefined,
	};
	if (problems.found.length > 0) throw configurationError(problems.found);
	return configuration;
}
