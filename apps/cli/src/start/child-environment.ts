import type { EnvironmentSource } from "@nuclom/platform/process";
import { hasDatabase } from "../local/environment.ts";
import type { Prepared, StartOptions } from "./prepare.ts";

/** What every child is told from its first instant: the operator's variables, and what was made here. */
export function childEnvironment(
	{ source, isDevelopment }: StartOptions,
	{ folder, secrets, port }: Prepared,
): EnvironmentSource {
	return {
		...source,
		NODE_ENV: isDevelopment ? "development" : "production",
		NUCLOM_DATA: folder.path,
		// A port in the variable that is none stays, so that the configuration can say so.
		PORT: source.PORT?.trim() && !/^\d+$/.test(source.PORT.trim()) ? source.PORT : String(port),
		BETTER_AUTH_SECRET: source.BETTER_AUTH_SECRET?.trim() || secrets.authSecret,
		// The embedded server takes 100 connections, from web, worker and commands together.
		...(hasDatabase(source)
			? {}
			: { DATABASE_MAX_CONNECTIONS: source.DATABASE_MAX_CONNECTIONS?.trim() || "10" }),
	};
}

/** What is known once the embedded database runs; nothing where the operator named one. */
export const databaseEnvironment = (url: string | undefined): EnvironmentSource =>
	url === undefined ? {} : { DATABASE_URL: url };
