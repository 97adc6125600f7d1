import { statfs } from "node:fs/promises";
import { createServer } from "node:net";
import { AppError } from "@nuclom/core";

const mebibyte = 1024 * 1024;
/** A new database takes 60 MiB, its log 80, and something is about to be uploaded. */
export const neededBytes = 512 * mebibyte;

/** Free bytes for this user on the disk of `path`. */
export async function freeBytes(path: string): Promise<number> {
	const { bavail, bsize } = await statfs(path);
	return bavail * bsize;
}

/** @throws {AppError} DISK_FULL */
export async function requireSpace(path: string): Promise<void> {
	const free = await freeBytes(path);
	if (free >= neededBytes) return;
	const left = Math.floor(free / mebibyte);
	throw new AppError("DISK_FULL", `Only ${left} MiB are free for ${path}.`, {
		hint: `Nuclom needs ${neededBytes / mebibyte} MiB to start. Free some, or choose another disk: --data DIR`,
		data: { freeBytes: free, neededBytes },
	});
}

/**
 * Asks before anything is started, so that a taken port costs no time. The front listens in earnest,
 * on the configured address, and explains whatever else may be wrong.
 * @throws {AppError} PORT_IN_USE
 */
export function requirePort(port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once("error", (error: NodeJS.ErrnoException) => {
			if (error.code !== "EADDRINUSE") return resolve();
			reject(
				new AppError("PORT_IN_USE", `Port ${port} is used by another program.`, {
					hint: `Choose another one: npm start -- --port ${port < 65_535 ? port + 1 : 3000}`,
					data: { port },
					cause: error,
				}),
			);
		});
		probe.listen(port, "127.0.0.1", () => probe.close(() => resolve()));
	});
}
