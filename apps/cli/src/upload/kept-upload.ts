import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import type { EnvironmentSource } from "@nuclom/platform/process";
import type { FileFacts } from "./source.ts";

/** What is remembered of an unfinished upload. Which parts are there, the server knows better. */
export interface KeptUpload extends FileFacts {
	readonly version: 1;
	readonly server: string;
	readonly organizationId: string;
	readonly path: string;
	readonly uploadId: string;
	readonly videoId: string;
	readonly partSizeBytes: number;
	readonly partCount: number;
}

export interface UploadMemory {
	read(): Promise<KeptUpload | undefined>;
	write(kept: Omit<KeptUpload, "version" | "server" | "organizationId" | "path">): Promise<void>;
	forget(): Promise<void>;
}

/** https://specifications.freedesktop.org/basedir-spec/latest/: a relative path there is to be ignored. */
export function memoryFolder({ XDG_STATE_HOME = "" }: EnvironmentSource): string {
	const base = isAbsolute(XDG_STATE_HOME) ? XDG_STATE_HOME : join(homedir(), ".local", "state");
	return join(base, "nuclom", "uploads");
}

type Place = Pick<KeptUpload, "server" | "organizationId" | "path">;

function parseKept(text: string): KeptUpload | undefined {
	try {
		const kept = JSON.parse(text) as KeptUpload;
		return kept.version === 1 && kept.partCount > 0 ? kept : undefined;
	} catch {
		// Cut off by a full disk, or somebody's edit: then the file is sent from its beginning.
		return undefined;
	}
}

/** One small file for each file and server. */
export function createUploadMemory(folder: string, place: Place): UploadMemory {
	const { server, organizationId, path } = place;
	const name = createHash("sha256").update(JSON.stringify([server, organizationId, path]));
	const file = join(folder, `${name.digest("hex").slice(0, 32)}.json`);
	return {
		async read() {
			const text = await readFile(file, "utf8").catch(() => undefined);
			return text === undefined ? undefined : parseKept(text);
		},
		async write(kept) {
			await mkdir(folder, { recursive: true, mode: 0o700 });
			const written = `${file}.${process.pid}`;
			const all: KeptUpload = { version: 1, ...place, ...kept };
			await writeFile(written, `${JSON.stringify(all)}\n`, { mode: 0o600, flush: true });
			await rename(written, file);
		},
		forget: () => rm(file, { force: true }),
	};
}
