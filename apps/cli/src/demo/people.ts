import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

export interface DemoPerson {
	readonly name: string;
	readonly email: string;
	readonly password: string;
}

/** The demo's two people: the first is the login that is printed. */
export async function demoPeople(stateDir: string): Promise<[DemoPerson, DemoPerson]> {
	const file = join(stateDir, "demo.json");
	const password = await readPassword(file);
	return [
		{ name: "Ada Lovelace", email: "ada@demo.nuclom.example", password },
		{ name: "Grace Hopper", email: "grace@demo.nuclom.example", password },
	];
}

/** Made once and kept, so that the printed login stays true after a restart. */
async function readPassword(file: string): Promise<string> {
	try {
		const stored = JSON.parse(await readFile(file, "utf8")) as { password?: unknown };
		if (typeof stored.password === "string") return stored.password;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
	}
	const password = randomBytes(9).toString("base64url");
	await writeFile(file, JSON.stringify({ password }), { mode: 0o600 });
	return password;
}
