import {
	appendFile,
	chmod,
	mkdir,
	open,
	readdir,
	rename,
	rm,
	rmdir,
	writeFile,
} from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { AppError, type Logger } from "@nuclom/core";
import { execa } from "execa";
import type { Account } from "./account.ts";
import { type Binaries, binary } from "./binaries.ts";
import { serverEnvironment } from "./child.ts";
import { dataMajor } from "./data-folder.ts";
import { explainFailure } from "./failures.ts";
import { isAlive } from "./processes.ts";
import { giveTo, makeFolder, requireReachable } from "./reachable.ts";
import { settingsFile } from "./settings.ts";

export interface InitializeOptions {
	readonly dataDir: string;
	readonly binaries: Binaries;
	readonly account: Account;
	readonly user: string;
	readonly password: string;
	/** False for data that nobody will miss: the new files are not forced to the disk. */
	readonly isDurable: boolean;
	readonly logger: Logger;
}

// und: the root of the Unicode collation, the same on every machine and for every language.
const icu = ["--locale-provider=icu", "--icu-locale=und"];
// For programs that were built without ICU: PostgreSQL 17's own tables, which no system update changes.
const builtin = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"];

/** The C library still decides what a letter is in full text search; every system spells UTF-8 differently. */
function characterType(): string[] {
	if (process.platform === "linux") return ["--locale=C", "--lc-ctype=C.UTF-8"];
	if (process.platform === "darwin") return ["--locale=C", "--lc-ctype=en_US.UTF-8"];
	return ["--locale=C"];
}

const drafts = (dataDir: string): string => `${basename(dataDir)}.initializing-`;

/** Removes what a killed initialization left, its password file included. */
async function sweepDrafts(dataDir: string): Promise<void> {
	const parent = dirname(dataDir);
	for (const name of await readdir(parent)) {
		if (!name.startsWith(drafts(dataDir))) continue;
		const pid = Number(name.slice(drafts(dataDir).length));
		if (pid === process.pid || !isAlive(pid)) {
			await rm(join(parent, name), { recursive: true, force: true });
		}
	}
}

async function runInitdb(options: InitializeOptions, draft: string, locale: string[]) {
	const args = ["-D", join(draft, "data"), "--username", options.user];
	args.push("--pwfile", join(draft, "password"), "--auth=scram-sha-256", "--encoding=UTF8");
	args.push("--data-checksums", "--no-instructions", ...characterType(), ...locale);
	if (!options.isDurable) args.push("--no-sync");
	return execa(binary(options.binaries, "initdb"), args, {
		...options.account,
		cwd: draft,
		env: serverEnvironment(),
		extendEnv: false,
		all: true,
		reject: false,
	});
}

async function makeCluster(options: InitializeOptions, draft: string): Promise<void> {
	let result = await runInitdb(options, draft, icu);
	if (result.failed && /ICU is not supported/i.test(result.all)) {
		result = await runInitdb(options, draft, builtin);
	}
	if (result.failed) throw explainFailure("Creating the database folder", result.all);
	const conf = join(draft, "data", "postgresql.conf");
	await appendFile(conf, `\ninclude_if_exists = '${settingsFile}'\n`);
}

async function syncFolder(folder: string): Promise<void> {
	if (process.platform === "win32") return;
	const handle = await open(folder, "r");
	await handle.sync().finally(() => handle.close());
}

async function fillDraft(options: InitializeOptions, draft: string): Promise<void> {
	await mkdir(draft, { mode: 0o700 });
	await giveTo(options.account, draft);
	await requireReachable(draft, options.account);
	const password = join(draft, "password");
	await writeFile(password, options.password, { mode: 0o600, flag: "wx" });
	await giveTo(options.account, password);
	await makeCluster(options, draft);
}

/**
 * Creates the data folder. It appears whole or not at all: everything is made beside it and renamed at the end.
 * Does nothing when the folder holds a database already. Throws DISK_FULL, CONFIG_INVALID (a folder that holds
 * something else, or that PostgreSQL's user cannot reach) or POSTGRES_START_FAILED.
 */
export async function initializeData(options: InitializeOptions): Promise<void> {
	const { dataDir } = options;
	if ((await dataMajor(dataDir)) !== undefined) return;
	const parent = dirname(dataDir);
	await makeFolder(parent);
	await sweepDrafts(dataDir);
	const draft = join(parent, `${drafts(dataDir)}${process.pid}`);
	try {
		await fillDraft(options, draft);
		await moveIntoPlace(join(draft, "data"), dataDir);
		if (options.isDurable) await syncFolder(parent);
		options.logger.info({ dataDir }, "Created the database folder");
	} finally {
		await rm(draft, { recursive: true, force: true });
	}
}

async function moveIntoPlace(from: string, dataDir: string): Promise<void> {
	await chmod(from, 0o700);
	// Windows does not rename onto a folder, not even an empty one; that there is none is fine as well.
	if (process.platform === "win32") await rmdir(dataDir).catch(() => {});
	try {
		// Replaces an empty folder; fails on one that another process has filled meanwhile.
		await rename(from, dataDir);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === "ENOTEMPTY" || code === "EEXIST") return;
		throw explainMove(dataDir, error);
	}
}

function explainMove(dataDir: string, cause: unknown): unknown {
	if ((cause as NodeJS.ErrnoException).code !== "EBUSY") return cause;
	return new AppError("CONFIG_INVALID", `${dataDir} is a mount point.`, {
		hint: "Choose a folder inside the mounted volume, so that the database can be created as a whole.",
		cause,
	});
}
