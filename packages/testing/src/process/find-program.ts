import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";

// Servers of Debian stand in /usr/sbin, which is not on everybody's PATH.
const extra = ["/usr/local/sbin", "/usr/sbin", "/sbin"];

/** The full path of a program, or undefined when it is not installed. */
export async function findProgram(name: string): Promise<string | undefined> {
	const folders = [...(process.env.PATH ?? "").split(delimiter).filter(Boolean), ...extra];
	for (const folder of folders) {
		const path = join(folder, name);
		const isThere = await access(path, constants.X_OK).then(
			() => true,
			() => false,
		);
		if (isThere) return path;
	}
	return undefined;
}

/** The full path of a program; throws an error with the line that installs it. */
export async function requireProgram(name: string, debianPackages: string): Promise<string> {
	const path = await findProgram(name);
	if (path) return path;
	throw new Error(`${name} is not installed. Run: apt-get install -y ${debianPackages}`);
}
