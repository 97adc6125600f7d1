import type { EnvironmentSource } from "@nuclom/platform";
import type { Secrets } from "../local/secrets.ts";
import type { StateFolder } from "../local/state-folder.ts";

export interface ChildEnvironmentOptions {
	readonly source: EnvironmentSource;
	readonly folder: StateFolder;
	readonly secrets: Secrets;
	/** Undefined where the environment names a database. */
	readonly databaseUrl: string | undefined;
	readonly isDevelopment: boolean;
}

/** What web and worker are told: the operator's variables, and what was made here where they are silent. */
export function childEnvironment(options: ChildEnvironmentOptions): EnvironmentSource {
	const { source, folder, secrets, databaseUrl, isDevelopment } = options;
	return {
		...source,
		NODE_ENV: isDevelopment ? "development" : "production",
		NUCLOM_DATA: folder.path,
		BETTER_AUTH_SECRET: source.BETTER_AUTH_SECRET?.trim() || secrets.authSecret,
		...(databaseUrl
			? {
					DATABASE_URL: databaseUrl,
					// The embedded server takes 100 connections, from web, worker and commands together.
					DATABASE_MAX_CONNECTIONS: source.DATABASE_MAX_CONNECTIONS?.trim() || "10",
				}
			: {}),
	};
}
