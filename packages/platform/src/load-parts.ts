import { resolve } from "node:path";
import { type AppSection, appSection } from "./configuration/app-section.ts";
import { type CdnSection, cdnSection } from "./configuration/cdn-section.ts";
import { defaultDataDir } from "./configuration/data-folder.ts";
import { collectProblems, configurationError, type Problems } from "./configuration/problems.ts";
import { type StorageSection, storageSection } from "./configuration/storage-section.ts";
import { type EnvironmentSource, processEnvironment } from "./environment.ts";
import { type Environment, parseEnvironment } from "./environment-schema.ts";

function load<T>(source: EnvironmentSource, build: (env: Environment, problems: Problems) => T): T {
	const { environment, problems: found } = parseEnvironment(source);
	const problems = collectProblems(found);
	const parts = build(environment, problems);
	if (problems.found.length > 0) throw configurationError(problems.found);
	return parts;
}

/** What a command needs that looks at the store alone: it asks for no database and no secrets. */
export interface StorageConfiguration {
	readonly app: AppSection;
	readonly storage: StorageSection;
}

/** @throws {AppError} CONFIG_INVALID with every problem at once */
export function loadStorageConfiguration(
	source: EnvironmentSource = processEnvironment(),
): StorageConfiguration {
	return load(source, (env, problems) => ({
		app: appSection(env, problems),
		storage: storageSection(env, resolve(env.NUCLOM_DATA ?? defaultDataDir(".")), problems),
	}));
}

/** What a command needs that asks the CDN alone. @throws {AppError} CONFIG_INVALID */
export function loadCdnConfiguration(source: EnvironmentSource = processEnvironment()): CdnSection {
	return load(source, (env, problems) => {
		// Where the app is, is no matter of the CDN: its problems are told by the commands that need it.
		const { url } = appSection(env, collectProblems([]));
		return cdnSection(env, url, problems);
	});
}
