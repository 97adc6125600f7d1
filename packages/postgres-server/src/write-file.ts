import { open, rename, rm } from "node:fs/promises";
import type { Account } from "./account.ts";

/**
 * Opens a fresh file for writing, owned by the account, mode 0600. Whatever stood there is removed first and
 * never followed: root writes here into a folder of the user postgres, who could have left a link.
 */
export async function openFresh(path: string, account: Account) {
	await rm(path, { force: true });
	const file = await open(path, "wx", 0o600);
	if (account.uid !== undefined && account.gid !== undefined) {
		await file.chown(account.uid, account.gid);
	}
	return file;
}

/** Replaces a file as a whole: after a crash there is the old text or the new one. */
export async function replaceFile(path: string, text: string, account: Account): Promise<void> {
	const draft = `${path}.${process.pid}.new`;
	const file = await openFresh(draft, account);
	try {
		await file.writeFile(text);
		await file.sync();
	} finally {
		await file.close();
	}
	await rename(draft, path);
}
