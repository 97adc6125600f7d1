import { loadStorageConfiguration, type StorageConfiguration } from "@nuclom/platform";
import type { EnvironmentSource } from "@nuclom/platform/process";
import { chooseFolder, prepareStateFolder } from "../local/state-folder.ts";
import { readVersion } from "../version.ts";

export interface StorageOptions {
	readonly source: EnvironmentSource;
	readonly dataDir: string | undefined;
}

/**
 * Where objects lie, without asking for a database. A state folder that is to hold them is made as `nuclom start`
 * would make it.
 * @throws {AppError} CONFIG_INVALID, DATA_FOLDER_NEWER
 */
export async function storageConfiguration({
	source,
	dataDir,
}: StorageOptions): Promise<StorageConfiguration> {
	const folder = chooseFolder(source, dataDir);
	const configuration = loadStorageConfiguration({ ...source, NUCLOM_DATA: folder.path });
	const isInside = configuration.storage.path.startsWith(folder.path);
	if (configuration.storage.settings.provider === "local" && isInside) {
		await prepareStateFolder(folder, readVersion());
	}
	return configuration;
}
