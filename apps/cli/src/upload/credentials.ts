import { readFile } from "node:fs/promises";
import type { EnvironmentSource } from "@nuclom/platform/process";

/** The address that everything else is relative to, without a slash at its end; undefined for what is none. */
export function readServerUrl(text: string): string | undefined {
	const url = URL.parse(text);
	if (!url || !["http:", "https:"].includes(url.protocol)) return undefined;
	if (url.username || url.password || url.search || url.hash) return undefined;
	return url.href.replace(/\/+$/, "");
}

/**
 * The key from its file, else from NUCLOM_API_KEY. Never from the command line, which every user of a machine
 * can read.
 * @throws {Error} in words for a person
 */
export async function readApiKey(
	{ NUCLOM_API_KEY }: EnvironmentSource,
	keyFile: string | undefined,
): Promise<string> {
	const key = keyFile === undefined ? NUCLOM_API_KEY : await readKeyFile(keyFile);
	if (!key?.trim()) {
		const where = keyFile === undefined ? "no API key is given" : `${keyFile} is empty`;
		throw new Error(`${where}: make one in the settings, and name its file with --key-file`);
	}
	if (/^nuclom_[\w-]+$/.test(key.trim())) return key.trim();
	throw new Error("this is no API key: one begins with nuclom_");
}

async function readKeyFile(path: string): Promise<string> {
	try {
		return await readFile(path, "utf8");
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		throw new Error(`the key file ${path} cannot be read (${code})`);
	}
}
