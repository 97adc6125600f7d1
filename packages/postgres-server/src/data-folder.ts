import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "@nuclom/core";

/** The major version of the server that made a data folder; undefined when there is no such folder or it is empty. */
export async function dataMajor(dataDir: string): Promise<number | undefined> {
	const names = await readdir(dataDir).catch((error: NodeJS.ErrnoException) => {
		if (error.code === "ENOENT") return [];
		throw error;
	});
	if (names.length === 0) return undefined;
	const text = await readFile(join(dataDir, "PG_VERSION"), "utf8").catch(() => "");
	const major = Number.parseInt(text, 10);
	if (Number.isInteger(major)) return major;
	throw new AppError("CONFIG_INVALID", `${dataDir} is not empty and not a PostgreSQL folder.`, {
		hint: "Choose an empty or new folder for the database.",
	});
}

/** Throws POSTGRES_DATA_NEWER or POSTGRES_DATA_OLDER when these programs cannot serve the folder. Nothing is changed. */
export async function requireSameMajor(dataDir: string, major: number): Promise<void> {
	const found = await dataMajor(dataDir);
	if (found === undefined || found === major) return;
	const data = { dataMajor: found, programMajor: major };
	const message = `The data in ${dataDir} belongs to PostgreSQL ${found}; this is PostgreSQL ${major}.`;
	if (found > major) {
		throw new AppError("POSTGRES_DATA_NEWER", message, {
			hint: `Start the newer Nuclom that made this data, or restore a backup into a new folder. Nothing was changed.`,
			data,
		});
	}
	throw new AppError("POSTGRES_DATA_OLDER", message, {
		hint: `Start the Nuclom that came with PostgreSQL ${found}, make a dump with pg_dump, and restore it into a new folder with this one. Nothing was changed.`,
		data,
	});
}
