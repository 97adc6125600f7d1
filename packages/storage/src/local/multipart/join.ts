import { open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { newId } from "@nuclom/core";
import { copySection } from "../../disk/copy-section.ts";
import { fileMode } from "../../disk/folders.ts";
import type { PartEntry } from "./journal.ts";
import { claimPrefix } from "./slot.ts";
import { dataName, readStride } from "./upload-folder.ts";

/** Places in `data` that were taken and whose sender never finished: it may still hold the file open. */
async function hasOpenSender(folder: string, journal: readonly PartEntry[]): Promise<boolean> {
	const finished = new Set(
		journal
			.filter(({ file }) => file === dataName)
			.map(({ partNumber }) => claimPrefix + partNumber),
	);
	const claims = (await readdir(folder)).filter((name) => name.startsWith(claimPrefix));
	return claims.some((claim) => !finished.has(claim));
}

/** Do these parts stand in `data` one after another, or fit there without a gap? */
function areAligned(parts: readonly PartEntry[], stride: number): boolean {
	return parts.every(({ partNumber, sizeBytes }, index) => {
		const isLast = index === parts.length - 1;
		return partNumber === index + 1 && (isLast ? sizeBytes <= stride : sizeBytes === stride);
	});
}

const totalBytes = (parts: readonly PartEntry[]) =>
	parts.reduce((sum, part) => sum + part.sizeBytes, 0);

/** Copies the few parts that were sent twice to their places. */
async function completeInPlace(
	folder: string,
	parts: readonly PartEntry[],
	stride: number,
): Promise<string> {
	const path = join(folder, dataName);
	const data = await open(path, "r+");
	try {
		for (const { file, partNumber, sizeBytes } of parts) {
			if (file === dataName) continue;
			const from = await open(join(folder, file), "r");
			const toStart = (partNumber - 1) * stride;
			await copySection({ from, fromStart: 0, to: data, toStart, sizeBytes }).finally(() =>
				from.close(),
			);
		}
		await data.truncate(totalBytes(parts));
		await data.sync();
	} finally {
		await data.close();
	}
	return path;
}

/** Copies every part behind the one before. */
async function concatenate(
	folder: string,
	parts: readonly PartEntry[],
	stride: number,
): Promise<string> {
	// A name of its own: another process may be at the same.
	const path = join(folder, `joined-${newId()}`);
	const to = await open(path, "wx", fileMode);
	try {
		let toStart = 0;
		for (const { file, partNumber, sizeBytes } of parts) {
			const from = await open(join(folder, file), "r");
			const fromStart = file === dataName ? (partNumber - 1) * stride : 0;
			await copySection({ from, fromStart, to, toStart, sizeBytes }).finally(() => from.close());
			toStart += sizeBytes;
		}
		await to.sync();
	} finally {
		await to.close();
	}
	return path;
}

/**
 * Makes one file of a sealed upload's parts and syncs it. Equal parts whose senders are all done are there already;
 * anything else is copied, because a sender that was left behind could write into the finished object.
 * May be run again after a crash.
 * @returns the file's path
 */
export async function joinParts(
	folder: string,
	parts: readonly PartEntry[],
	journal: readonly PartEntry[],
): Promise<string> {
	const stride = (await readStride(folder)) ?? 0;
	const isInPlace = parts.some(({ file }) => file === dataName) && areAligned(parts, stride);
	return isInPlace && !(await hasOpenSender(folder, journal))
		? completeInPlace(folder, parts, stride)
		: concatenate(folder, parts, stride);
}
