import { AppError } from "@nuclom/core";
import { uploads } from "@nuclom/db/schema";
import { openRemote, type RemoteFile } from "@nuclom/storage";
import { and, eq } from "drizzle-orm";
import { type Failure, failVideo } from "../processing/fail-video.ts";
import { createProgress } from "../processing/progress.ts";
import { readWork, type VersionRef } from "../processing/version.ts";
import type { Context } from "../shared/context.ts";
import { recordUpload, sizeMismatch } from "../uploads/complete.ts";
import { planOpenEnded } from "../uploads/open-ended.ts";
import { reserveExactly } from "../uploads/reserve.ts";
import { beginImport, sendBody } from "./store-remote.ts";

const defaultMaxMs = 6 * 60 * 60_000;

/**
 * Fetches a version's file and hands it to the processing. It may die at any instruction and run again: it then
 * drops what the earlier run had stored and begins anew.
 * @throws {AppError} REMOTE_…, UPLOAD_TOO_LARGE, UPLOAD_EMPTY_FILE, MEDIA_NOT_A_VIDEO, STORAGE_QUOTA_EXCEEDED
 */
export async function runImport(ctx: Context, ref: VersionRef, signal: AbortSignal): Promise<void> {
	const { database, settings } = ctx.deps;
	const work = await readWork(database.drizzle, ref);
	const { importUrl, status, fileName } = work?.version ?? {};
	if (!work || !importUrl || status !== "processing" || work.find("source")) return;
	await forgetImport(ctx, ref);
	const { maxDurationMs = defaultMaxMs, ...limits } = settings.imports ?? {};
	const deadline = AbortSignal.timeout(maxDurationMs);
	const bounded = AbortSignal.any([signal, deadline]);
	const { maxBytes } = planOpenEnded(settings.maxUploadBytes);
	try {
		await using remote = await openRemote(importUrl, { ...limits, maxBytes, signal: bounded });
		await fetchInto({ ctx, ref, remote, signal: bounded, givenName: fileName ?? "video" });
	} catch (error) {
		if (!signal.aborted) await forgetImport(ctx, ref);
		// Deleted for ever meanwhile.
		if (AppError.isInstance(error) && error.code === "UPLOAD_NOT_FOUND") return;
		throw deadline.aborted && !signal.aborted ? tookTooLong() : error;
	}
}

function tookTooLong(): AppError {
	return new AppError("REMOTE_TIMED_OUT", "Fetching this file took too long.", {
		hint: "Download it to your own machine and upload it from there.",
		isRetryable: false,
	});
}

interface Fetching {
	readonly ctx: Context;
	readonly ref: VersionRef;
	readonly remote: RemoteFile;
	readonly givenName: string;
	readonly signal: AbortSignal;
}

async function fetchInto({ ctx, ref, remote, givenName, signal }: Fetching): Promise<void> {
	const { storage } = ctx.deps;
	const progress = createProgress(ctx, ref);
	const { fileName, ...upload } = await beginImport(ctx, ref, remote, givenName);
	const { sizeBytes } = remote;
	const onProgress = (bytes: number) =>
		progress.report("importing", sizeBytes ? bytes / sizeBytes : 0);
	const { parts, totalBytes } = await sendBody(ctx, upload, remote.body, { signal, onProgress });
	await progress.settle();
	await reserveExactly(ctx, upload, totalBytes);
	const { key, storageUploadId, contentType } = upload;
	const head = await storage.completeMultipart({ key, storageUploadId, parts });
	if (head.sizeBytes !== totalBytes) throw sizeMismatch(totalBytes, head.sizeBytes);
	const stored = { ...upload, sizeBytes: totalBytes, partCount: parts.length };
	await recordUpload(ctx, stored, { fileName, contentType });
}

/** Drops what an earlier run has stored, and gives back the room that was set aside. */
async function forgetImport({ deps }: Context, { versionId }: VersionRef): Promise<void> {
	const { drizzle } = deps.database;
	// The row first: a run that was taken for dead then records nothing, and deletions are planned by a trigger.
	const forgotten = await drizzle
		.delete(uploads)
		.where(and(eq(uploads.versionId, versionId), eq(uploads.status, "open")))
		.returning({ key: uploads.key, storageUploadId: uploads.storageUploadId });
	for (const upload of forgotten) {
		await deps.storage.abortMultipart(upload);
		// Joined, but not recorded: no row names it.
		await deps.storage.delete([upload.key]);
	}
}

/** Says on the page why a video could not be fetched. */
export async function failImport(ctx: Context, ref: VersionRef, failure: Failure): Promise<void> {
	await forgetImport(ctx, ref);
	await failVideo(ctx, ref, failure);
}
