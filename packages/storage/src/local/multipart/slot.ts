import { constants } from "node:fs";
import { type FileHandle, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { newId } from "@nuclom/core";
import { errorCode } from "../../disk/errors.ts";
import { fileMode } from "../../disk/folders.ts";
import { smallestPartBytes } from "../../plan-parts.ts";
import type { Layout } from "../layout.ts";
import { dataName, proposeStride, readStride, type UploadFolder } from "./upload-folder.ts";

/** Where a part is written to. */
export interface Slot {
	readonly file: string;
	readonly handle: FileHandle;
	readonly position: number;
	/** Gives the place back when the part did not arrive. The handle is closed before. */
	discard(): Promise<void>;
}

export const claimPrefix = "slot-";

async function openSpare(folder: string, partNumber: number): Promise<Slot> {
	const file = `spare-${partNumber}-${newId()}`;
	const path = join(folder, file);
	const handle = await open(path, "wx+", fileMode);
	return { file, handle, position: 0, discard: () => rm(path, { force: true }) };
}

/** Takes part n's place in `data`; null when another sender has or had it. */
async function claim(folder: string, partNumber: number, position: number): Promise<Slot | null> {
	const mark = join(folder, `${claimPrefix}${partNumber}`);
	try {
		await (await open(mark, "wx", fileMode)).close();
	} catch (error) {
		if (errorCode(error) === "EEXIST") return null;
		throw error;
	}
	const flags = constants.O_RDWR | constants.O_CREAT;
	const handle = await open(join(folder, dataName), flags, fileMode);
	return { file: dataName, handle, position, discard: () => rm(mark, { force: true }) };
}

async function strideFor(
	layout: Layout,
	folder: string,
	partNumber: number,
	sizeBytes: number,
): Promise<number | null> {
	const known = await readStride(folder);
	if (known !== null) return known;
	// Only a last part is this small, and it says nothing about the others.
	if (partNumber > 1 && sizeBytes < smallestPartBytes) return null;
	return proposeStride(layout, folder, sizeBytes);
}

/**
 * A part is written straight to its place in the object, so that completion copies nothing. Each place has one sender
 * ever at a time; a part that is sent again, or is larger than its place, goes to a spare file, so that no sender can
 * spoil what another has finished.
 */
export async function openSlot(
	layout: Layout,
	{ path }: UploadFolder,
	partNumber: number,
	sizeBytes: number,
): Promise<Slot> {
	const stride = await strideFor(layout, path, partNumber, sizeBytes);
	if (stride === null || sizeBytes > stride) return openSpare(path, partNumber);
	const slot = await claim(path, partNumber, (partNumber - 1) * stride);
	return slot ?? openSpare(path, partNumber);
}
