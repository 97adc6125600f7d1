import { link, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { newId } from "@nuclom/core";
import { errorCode, isMissing } from "../../disk/errors.ts";
import { ensureFolder, syncFolder } from "../../disk/folders.ts";
import { assertKey } from "../../keys.ts";
import { uploadNotFound } from "../../object-errors.ts";
import type { ObjectProperties, UploadRef } from "../../types.ts";
import type { Layout } from "../layout.ts";
import { withWrittenFile } from "../temporary.ts";
import { createJournal } from "./journal.ts";

/**
 * An upload's folder:
 * - `upload.json`     what is uploaded
 * - `data`            the object as it grows: part n lies at (n − 1) × stride
 * - `stride`          the parts' common size, once it is known
 * - `slot-<n>`        part n's place in `data` was taken by a sender
 * - `spare-<n>-<id>`  a part that found its place taken, or does not fit it
 * - `parts.log`       the journal of parts that are wholly there
 */
export interface UploadFolder {
	readonly path: string;
	readonly id: string;
	readonly about: UploadAbout;
	/** True when completion has begun: no part is taken any more. */
	readonly isJoining: boolean;
}

export interface UploadAbout extends ObjectProperties {
	readonly key: string;
}

export const dataName = "data";
const aboutName = "upload.json";
const strideName = "stride";

/** @throws {AppError} UPLOAD_NOT_FOUND */
export async function createUpload(
	layout: Layout,
	about: UploadAbout,
	partSizeBytes: number | undefined,
): Promise<string> {
	const id = newId();
	const folders = layout.upload(id);
	if (!folders) throw uploadNotFound();
	await ensureFolder(folders.open);
	if (partSizeBytes !== undefined) await proposeStride(layout, folders.open, partSizeBytes);
	await createJournal(folders.open);
	await withWrittenFile(layout, JSON.stringify(about), (path) =>
		rename(path, join(folders.open, aboutName)),
	);
	await syncFolder(folders.open);
	return id;
}

async function readAbout(folder: string): Promise<UploadAbout | null> {
	try {
		return JSON.parse(await readFile(join(folder, aboutName), "utf8"));
	} catch (error) {
		if (isMissing(error)) return null;
		throw error;
	}
}

/** The upload's folder, wherever it stands; null for an unknown id, or one that belongs to another key. */
export async function findUpload(
	layout: Layout,
	{ key, storageUploadId }: UploadRef,
): Promise<UploadFolder | null> {
	assertKey(key);
	const folders = layout.upload(storageUploadId);
	if (!folders) return null;
	for (const isJoining of [false, true]) {
		const path = isJoining ? folders.joining : folders.open;
		const about = await readAbout(path);
		if (about) return about.key === key ? { path, id: storageUploadId, about, isJoining } : null;
	}
	return null;
}

/**
 * The common size of this upload's parts. The first proposal wins, whoever makes it: a wrong guess (the last part came
 * first) costs a copy at the end, never a byte.
 */
export async function proposeStride(
	layout: Layout,
	folder: string,
	sizeBytes: number,
): Promise<number> {
	const path = join(folder, strideName);
	const known = await readStride(folder);
	if (known !== null) return known;
	await withWrittenFile(layout, String(sizeBytes), async (file) => {
		try {
			await link(file, path);
		} catch (error) {
			if (errorCode(error) !== "EEXIST") throw error;
		}
	});
	return (await readStride(folder)) ?? sizeBytes;
}

export async function readStride(folder: string): Promise<number | null> {
	try {
		return Number(await readFile(join(folder, strideName), "utf8"));
	} catch (error) {
		if (isMissing(error)) return null;
		throw error;
	}
}

/** Closes an upload to further parts, in every process: their paths end to exist. */
export async function seal(layout: Layout, folder: UploadFolder): Promise<UploadFolder> {
	const paths = layout.upload(folder.id);
	if (folder.isJoining || !paths) return folder;
	await ensureFolder(dirname(paths.joining));
	await rename(paths.open, paths.joining);
	return { ...folder, path: paths.joining, isJoining: true };
}

/** Opens an upload again when it could not be completed. */
export async function unseal(layout: Layout, { id }: UploadFolder): Promise<void> {
	const paths = layout.upload(id);
	if (paths) await moveAway(paths.joining, paths.open);
}

async function moveAway(from: string, to: string): Promise<void> {
	try {
		await rename(from, to);
	} catch (error) {
		if (!isMissing(error)) throw error;
	}
}

/** Removes an upload in one step, then its files. */
export async function removeUpload(layout: Layout, id: string): Promise<void> {
	const paths = layout.upload(id);
	if (!paths) return;
	await ensureFolder(layout.tmp);
	for (const path of [paths.open, paths.joining]) {
		const grave = layout.newTemporary();
		await moveAway(path, grave);
		await rm(grave, { recursive: true, force: true });
	}
}
