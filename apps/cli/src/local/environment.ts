import { AppError } from "@nuclom/core";
import type { EnvironmentSource } from "@nuclom/platform/process";
import { createPostgresServer } from "@nuclom/postgres-server";
import { loadSecrets, type Secrets } from "./secrets.ts";
import type { StateFolder } from "./state-folder.ts";

export const databaseName = "nuclom";
export const databaseUser = "nuclom";

/** What the configuration takes this installation for; unset, it is somebody's own machine. */
export const environmentName = ({ NUCLOM_ENV }: EnvironmentSource): string =>
	NUCLOM_ENV?.trim() || "development";

/** Is a database named in the environment, so that none has to be brought? */
export function hasDatabase(source: EnvironmentSource): boolean {
	return Boolean(source.DATABASE_URL?.trim() || source.DATABASE_WRITE_URL?.trim());
}

/**
 * For a command beside `nuclom start`, on somebody's own machine: the variables that an operator would
 * set are not what is missing there.
 * @throws {AppError} CONFIG_INVALID
 */
export function requireDatabase(source: EnvironmentSource, folder: StateFolder): void {
	if (hasDatabase(source) || environmentName(source) !== "development") return;
	throw new AppError("CONFIG_INVALID", `Nuclom does not run on ${folder.path}.`, {
		hint: "Start it first: npm start\nIf it runs on another data folder, name that: --data DIR\nTo use a PostgreSQL of your own, set DATABASE_URL (see .env.example).",
	});
}

function databaseUrl(secrets: Secrets, port: number): string {
	const password = encodeURIComponent(secrets.databasePassword);
	return `postgres://${databaseUser}:${password}@127.0.0.1:${port}/${databaseName}`;
}

/** The embedded server's address while it runs, whoever started it. */
async function runningDatabaseUrl(folder: StateFolder, secrets: Secrets) {
	const { databasePassword: superuserPassword } = secrets;
	const server = createPostgresServer({ dataDir: folder.database, superuserPassword });
	const status = await server.status();
	if (status.state !== "running" || status.port === undefined) return undefined;
	return databaseUrl(secrets, status.port);
}

/**
 * The environment of a command that is run beside `nuclom start`: what the variables leave open is
 * taken from the state folder, so that `nuclom doctor` looks at the very same installation.
 */
export async function withLocalState(
	source: EnvironmentSource,
	folder: StateFolder,
): Promise<EnvironmentSource> {
	const secrets = await loadSecrets(folder);
	if (!secrets) return { ...source, NUCLOM_DATA: folder.path };
	const url = hasDatabase(source) ? undefined : await runningDatabaseUrl(folder, secrets);
	return {
		...source,
		NUCLOM_DATA: folder.path,
		...(url ? { DATABASE_URL: url } : {}),
		BETTER_AUTH_SECRET: source.BETTER_AUTH_SECRET || secrets.authSecret,
	};
}
