import { AppError } from "@nuclom/core";
import type { EnvironmentSource } from "@nuclom/platform/process";
import { integer } from "../commands/options.ts";
import { environmentName } from "../local/environment.ts";
import { lockFolder, unlockFolder } from "../local/run-file.ts";
import { ensureSecrets, type Secrets } from "../local/secrets.ts";
import { chooseFolder, prepareStateFolder, type StateFolder } from "../local/state-folder.ts";
import { readVersion } from "../version.ts";
import { endLeftBehind } from "./left-behind.ts";
import { requirePort, requireSpace } from "./requirements.ts";
import type { Step } from "./steps.ts";

export interface StartOptions {
	readonly source: EnvironmentSource;
	readonly dataDir: string | undefined;
	readonly port: number | undefined;
	readonly isDevelopment: boolean;
	/** Make a workspace to look at, and a login. */
	readonly hasDemo: boolean;
}

/** A state folder that is ours alone, with its secrets, and a port that is free. */
export interface Prepared {
	readonly folder: StateFolder;
	readonly secrets: Secrets;
	readonly port: number;
}

const defaultPort = 3000;

/** The demo signs people up by itself, which only development allows. */
function requireDemoAllowed(source: EnvironmentSource): void {
	const environment = environmentName(source);
	if (environment === "development") return;
	throw new AppError("CONFIG_INVALID", `--demo is not for ${environment}: it makes a login.`, {
		hint: "Leave it out, or leave NUCLOM_ENV unset to try Nuclom on this machine.",
	});
}

/** The flag wins, then the variable; a variable that is no port is the configuration's to refuse. */
function choosePort({ port, source }: StartOptions): number {
	if (port !== undefined) return port;
	const named = source.PORT?.trim();
	if (!named) return defaultPort;
	try {
		return integer(1, 65_535)(named);
	} catch {
		return defaultPort;
	}
}

async function cleanUp(folder: StateFolder, step: Step): Promise<void> {
	const left = await endLeftBehind(folder);
	if (left === 0) return;
	await step(
		"cleanup",
		async () => left,
		() => `Ended ${left === 1 ? "1 process" : `${left} processes`} of a killed start`,
	);
}

/**
 * Makes and takes the folder, and checks what can be checked before anything is started.
 * @throws {AppError} DATA_FOLDER_NEWER, DATA_FOLDER_IN_USE, DISK_FULL, PORT_IN_USE, CONFIG_INVALID
 */
export async function prepare(options: StartOptions, step: Step): Promise<Prepared> {
	if (options.hasDemo) requireDemoAllowed(options.source);
	const folder = chooseFolder(options.source, options.dataDir);
	await prepareStateFolder(folder, readVersion());
	await lockFolder(folder);
	try {
		await cleanUp(folder, step);
		await requireSpace(folder.path);
		const port = choosePort(options);
		await requirePort(port);
		const said = ({ isNew }: { isNew: boolean }) =>
			isNew ? "Made the secrets of this installation" : "Read the secrets";
		const { secrets } = await step("secrets", () => ensureSecrets(folder), said);
		return { folder, secrets, port };
	} catch (error) {
		await unlockFolder(folder);
		throw error;
	}
}
