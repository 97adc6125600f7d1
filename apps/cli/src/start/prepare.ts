import { defaultDataDir, type EnvironmentSource, loadConfiguration } from "@nuclom/platform";
import { hasDatabase } from "../local/environment.ts";
import { lockFolder, unlockFolder } from "../local/run-file.ts";
import { ensureSecrets, type Secrets } from "../local/secrets.ts";
import { prepareStateFolder, type StateFolder, stateFolder } from "../local/state-folder.ts";
import { readVersion } from "../version.ts";
import { childEnvironment } from "./child-environment.ts";
import { endLeftBehind } from "./left-behind.ts";
import { repositoryRoot } from "./programs.ts";
import { requirePort, requireSpace } from "./requirements.ts";
import type { Step } from "./steps.ts";

export interface StartOptions {
	readonly source: EnvironmentSource;
	readonly dataDir: string | undefined;
	readonly port: number | undefined;
	readonly isDevelopment: boolean;
}

/** A state folder that is ours alone, with its secrets, and a port that is free. */
export interface Prepared {
	readonly folder: StateFolder;
	readonly secrets: Secrets;
	readonly port: number;
	/** Told the embedded database's address, or undefined where there is none. */
	environment(databaseUrl: string | undefined): EnvironmentSource;
}

/** The state folder that the flag, the variable or the default names. */
export function chooseFolder(source: EnvironmentSource, dataDir: string | undefined): StateFolder {
	return stateFolder(dataDir ?? (source.NUCLOM_DATA?.trim() || defaultDataDir(repositoryRoot)));
}

/** Any address of this machine: the real one is known once the server runs. */
const placeholderUrl = "postgres://127.0.0.1/nuclom";

async function prepareLocked(
	folder: StateFolder,
	options: StartOptions,
	step: Step,
): Promise<Prepared> {
	const { source, isDevelopment } = options;
	const left = await endLeftBehind(folder);
	if (left > 0) {
		const said = () => `Ended ${left} process(es) of a start that was killed`;
		await step("cleanup", async () => left, said);
	}
	await requireSpace(folder.path);
	const { secrets, isNew } = await ensureSecrets(folder);
	const given = options.port === undefined ? source : { ...source, PORT: String(options.port) };
	const environment = (databaseUrl: string | undefined) =>
		childEnvironment({ source: given, folder, secrets, databaseUrl, isDevelopment });
	const { app } = loadConfiguration(environment(hasDatabase(source) ? undefined : placeholderUrl));
	await requirePort(app.port, app.host);
	const said = () => (isNew ? "Made the secrets of this installation" : "Read the secrets");
	await step("secrets", async () => secrets, said);
	return { folder, secrets, port: app.port, environment };
}

/**
 * Makes and takes the folder, and checks everything that can be checked before anything is started.
 * @throws {AppError} DATA_FOLDER_NEWER, DATA_FOLDER_IN_USE, DISK_FULL, PORT_IN_USE, CONFIG_INVALID
 */
export async function prepare(options: StartOptions, step: Step): Promise<Prepared> {
	const folder = chooseFolder(options.source, options.dataDir);
	await prepareStateFolder(folder, readVersion());
	await lockFolder(folder);
	try {
		return await prepareLocked(folder, options, step);
	} catch (error) {
		await unlockFolder(folder);
		throw error;
	}
}
