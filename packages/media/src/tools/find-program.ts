import { access, constants, stat } from "node:fs/promises";
import { delimiter, join } from "node:path";

/** Where programs usually are; used when no search path is given. */
const usualFolders = [
	"/usr/local/bin",
	"/usr/bin",
	"/bin",
	"/usr/local/sbin",
	"/usr/sbin",
	"/sbin",
];
const macFolders = ["/opt/homebrew/bin", "/opt/local/bin"];

/** @param path a PATH variable; undefined means the usual folders. */
export function searchFolders(path: string | undefined): string[] {
	if (path === undefined) return [...usualFolders, ...macFolders];
	return path.split(delimiter).filter((folder) => folder !== "");
}

export async function isExecutableFile(path: string): Promise<boolean> {
	try {
		await access(path, constants.X_OK);
		return (await stat(path)).isFile();
	} catch {
		return false;
	}
}

/** The first executable of that name in the folders, as a shell would find it. */
export async function findProgram(
	name: string,
	folders: readonly string[],
): Promise<string | undefined> {
	const fileName = process.platform === "win32" ? `${name}.exe` : name;
	for (const folder of folders) {
		const path = join(folder, fileName);
		if (await isExecutableFile(path)) return path;
	}
	return undefined;
}
