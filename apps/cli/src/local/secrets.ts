import { randomBytes } from "node:crypto";
import { chmod } from "node:fs/promises";
import { readJson, type StateFolder, writePrivately } from "./state-folder.ts";

/** Made once per state folder, readable by its owner only. */
export interface Secrets {
	readonly databasePassword: string;
	readonly authSecret: string;
}

export const loadSecrets = (folder: StateFolder) => readJson<Secrets>(folder.secretsFile);

/** The folder's secrets, made now if it has none; `isNew` says which. */
export async function ensureSecrets(
	folder: StateFolder,
): Promise<{ secrets: Secrets; isNew: boolean }> {
	const found = await loadSecrets(folder);
	if (found) {
		// A copy made without -p may have opened it to others.
		await chmod(folder.secretsFile, 0o600).catch(() => undefined);
		return { secrets: found, isNew: false };
	}
	const secrets: Secrets = {
		databasePassword: randomBytes(24).toString("base64url"),
		authSecret: randomBytes(32).toString("base64url"),
	};
	await writePrivately(folder.secretsFile, secrets);
	return { secrets, isNew: true };
}
