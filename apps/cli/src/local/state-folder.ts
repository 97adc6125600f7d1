import { chmod, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { AppError } from "@nuclom/core";
import { defaultDataDir, type EnvironmentSource } from "@nuclom/platform/process";
import { repositoryRoot } from "./repository.ts";

/**
 * The layout of the folder; raised when an older Nuclom could not read it any more.
 * Changes inside the database are told apart by its migrations instead.
 */
const folderFormat = 1;

/** Where each thing lies in a state folder. */
export interface StateFolder {
	readonly path: string;
	readonly database: string;
	readonly storage: string;
	readonly secretsFile: string;
	readonly runFile: string;
	readonly formatFile: string;
	readonly logFile: string;
}

function stateFolder(path: string): StateFolder {
	const root = resolve(path);
	return {
		path: root,
		database: join(root, "postgres"),
		storage: join(root, "storage"),
		secretsFile: join(root, "secrets.json"),
		runFile: join(root, "run.json"),
		formatFile: join(root, "version.json"),
		logFile: join(root, "logs", "nuclom.log"),
	};
}

/** The state folder that the flag, the variable or the default names. */
export function chooseFolder(source: EnvironmentSource, dataDir: string | undefined): StateFolder {
	return stateFolder(dataDir ?? (source.NUCLOM_DATA?.trim() || defaultDataDir(repositoryRoot)));
}

/** Writes a file that only its owner may read, whole or not at all. */
export async function writePrivately(file: string, value: unknown): Promise<void> {
	const draft = `${file}.${process.pid}`;
	await writeFile(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
	await rename(draft, file);
}

export async function readJson<T>(file: string): Promise<T | undefined> {
	try {
		return JSON.parse(await readFile(file, "utf8")) as T;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
		throw new AppError("CONFIG_INVALID", `${file} cannot be read.`, {
			hint: "Restore it from a copy, or choose another data folder with --data.",
			cause: error,
		});
	}
}

function explain(error: NodeJS.ErrnoException, path: string): unknown {
	if (error.code === "ENOSPC" || error.code === "EDQUOT") {
		return new AppError("DISK_FULL", `There is no space left for ${path}.`, {
			hint: "Free space on that disk, or choose another folder with --data.",
			cause: error,
		});
	}
	if (["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST"].includes(error.code ?? "")) {
		return new AppError("CONFIG_INVALID", `The data folder ${path} cannot be made.`, {
			hint: "Choose a folder that you may write to: --data DIR",
			cause: error,
		});
	}
	return error;
}

/**
 * Makes the folder, and refuses one of a newer Nuclom before anything in it is touched.
 * @throws {AppError} DATA_FOLDER_NEWER, CONFIG_INVALID, DISK_FULL
 */
export async function prepareStateFolder(folder: StateFolder, version: string): Promise<void> {
	const { path, formatFile } = folder;
	try {
		const made = await mkdir(path, { recursive: true });
		// PostgreSQL's own user must pass through root's folder; nobody else needs to see another's.
		if (made) await chmod(path, process.getuid?.() === 0 ? 0o755 : 0o700);
	} catch (error) {
		throw explain(error as NodeJS.ErrnoException, path);
	}
	const found = await readJson<{ format: number; nuclom: string }>(formatFile);
	if (found && found.format > folderFormat) {
		throw new AppError("DATA_FOLDER_NEWER", `${path} was written by Nuclom ${found.nuclom}.`, {
			hint: `This is Nuclom ${version}. Start the newer one, or choose another folder with --data. Nothing was changed.`,
			data: { found: found.format, supported: folderFormat },
		});
	}
	if (found?.format === folderFormat && found.nuclom === version) return;
	try {
		await writePrivately(formatFile, { format: folderFormat, nuclom: version });
	} catch (error) {
		throw explain(error as NodeJS.ErrnoException, path);
	}
}
