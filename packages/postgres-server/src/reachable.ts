import { chmod, chown, cp, mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { AppError, type Logger } from "@nuclom/core";
import { execa } from "execa";
import type { Account } from "./account.ts";
import { type Binaries, readVersion } from "./binaries.ts";

/** Creates a folder; those that it had to create are open for others to pass, those that stood are left alone. */
export async function makeFolder(folder: string): Promise<void> {
	const first = await mkdir(folder, { recursive: true });
	if (!first) return;
	for (let path = resolve(folder); path.length >= first.length; path = dirname(path)) {
		await chmod(path, 0o755);
	}
}

async function exists(path: string): Promise<boolean> {
	return stat(path).then(
		() => true,
		() => false,
	);
}

async function copyOnce(from: string, to: string): Promise<void> {
	if (await exists(to)) return;
	await makeFolder(dirname(to));
	const draft = `${to}.copy-${process.pid}`;
	try {
		await cp(from, draft, { recursive: true, verbatimSymlinks: true });
		await execa("chmod", ["-R", "a+rX", draft]);
		await rename(draft, to);
	} catch (cause) {
		await rm(draft, { recursive: true, force: true });
		// Another process was faster, and its copy is the same.
		if (!(await exists(to))) throw cause;
	}
}

/**
 * Binaries that `account` can run. Where a parent folder keeps that account out (root's 0700 home, say)
 * they are copied once to `reachableDir`; no existing folder's mode is ever changed.
 */
export async function reachableBinaries(
	binaries: Binaries,
	account: Account,
	options: { reachableDir: string | undefined; logger: Logger },
): Promise<Binaries> {
	if (account.uid === undefined) return binaries;
	if (await runs(binaries.folder, account)) return binaries;
	const folder = options.reachableDir ?? `/var/lib/nuclom/postgres-${binaries.version}`;
	options.logger.info({ folder }, "Copying PostgreSQL to a place that its user can reach");
	await copyOnce(binaries.folder, folder);
	if (await runs(folder, account)) return { ...binaries, folder };
	throw new AppError("POSTGRES_START_FAILED", `The user postgres cannot run ${folder}.`, {
		hint: `Open every parent of ${folder} for it (chmod o+x), or remove that folder and start again.`,
	});
}

function runs(folder: string, account: Account): Promise<boolean> {
	return readVersion(folder, account).then(
		() => true,
		() => false,
	);
}

/** Throws CONFIG_INVALID when the account cannot pass to `folder`, which exists and belongs to it. */
export async function requireReachable(folder: string, account: Account): Promise<void> {
	if (account.uid === undefined) return;
	const probe = await execa("test", ["-r", folder], { ...account, cwd: "/", reject: false });
	if (probe.exitCode === 0) return;
	throw new AppError("CONFIG_INVALID", `The user postgres cannot reach ${folder}.`, {
		hint: "As root, choose a data folder whose parents others may pass, such as /var/lib/nuclom/data.",
	});
}

/** Gives a path to the account; does nothing where the programs run as the caller. */
export async function giveTo(account: Account, path: string): Promise<void> {
	if (account.uid === undefined || account.gid === undefined) return;
	await chown(path, account.uid, account.gid);
}
