import { AppError, newId } from "@nuclom/core";
import { uploads } from "@nuclom/db/schema";
import { cacheControlOf, type RemoteFile, type StoredPart, videoKeys } from "@nuclom/storage";
import type { VersionRef } from "../processing/version.ts";
import type { Context } from "../shared/context.ts";
import { assertRoom } from "../storage/quota.ts";
import { cleanFileName } from "../uploads/file-name.ts";
import { planOpenEnded } from "../uploads/open-ended.ts";
import type { UploadRow } from "../uploads/read.ts";
import { reservationStepBytes, reserveAtLeast } from "../uploads/reserve.ts";

const dayMs = 86_400_000;
const mediaType = /^(?:video|audio|application)\/[\w.+-]{1,100}$/;

/** Begins the multipart upload of a file that comes from elsewhere. Nobody owns it, so nobody but its job sees it. */
export async function beginImport(
	ctx: Context,
	ref: VersionRef,
	remote: RemoteFile,
	givenName: string,
): Promise<UploadRow & { fileName: string }> {
	const { clock, database, settings, storage } = ctx.deps;
	const { organizationId, videoId, versionId } = ref;
	const fileName = cleanFileName(remote.fileName ?? givenName);
	const extension = /\.([a-z0-9]{1,8})$/i.exec(fileName)?.[1]?.toLowerCase() ?? "bin";
	const key = videoKeys(ref).source(newId(), extension);
	const createdAt = clock.now();
	const type = remote.contentType ?? "";
	const contentType = mediaType.test(type) ? type : "application/octet-stream";
	const { partSizeBytes } = planOpenEnded(settings.maxUploadBytes);
	const sizeBytes = remote.sizeBytes ?? Math.min(reservationStepBytes, settings.maxUploadBytes);
	const { storageUploadId } = await storage.createMultipart(key, {
		...{ partSizeBytes, contentType, cacheControl: cacheControlOf("source") },
		metadata: { organizationId, videoId, uploadedAt: createdAt.toISOString() },
	});
	const row = {
		...{ id: newId(), organizationId, videoId, versionId, createdById: null },
		...{ key, storageUploadId, contentType, sizeBytes, isOpenEnded: true, partSizeBytes },
		...{ partCount: Math.max(1, Math.ceil(sizeBytes / partSizeBytes)), createdAt },
		expiresAt: new Date(createdAt.getTime() + 7 * dayMs),
	};
	try {
		await database.transaction(async (tx) => {
			await assertRoom(tx, settings, { organizationId, sizeBytes });
			await tx.insert(uploads).values(row);
		});
	} catch (error) {
		await storage.abortMultipart({ key, storageUploadId }).catch(() => undefined);
		throw error;
	}
	return { ...row, status: "open", completedAt: null, fileName };
}

/**
 * Sends what comes, one part in memory at a time: the other server waits while the store writes.
 * @returns the parts, and how many bytes came
 */
export async function sendBody(
	ctx: Context,
	upload: UploadRow,
	body: RemoteFile["body"],
	{ signal, onProgress }: { signal: AbortSignal; onProgress: (bytes: number) => void },
): Promise<{ parts: StoredPart[]; totalBytes: number }> {
	const { key, storageUploadId, partSizeBytes } = upload;
	const parts: StoredPart[] = [];
	let totalBytes = 0;
	let part = Buffer.allocUnsafeSlow(partSizeBytes);
	let filled = 0;

	async function flush(): Promise<void> {
		await reserveAtLeast(ctx, upload, totalBytes);
		const bytes = part.subarray(0, filled);
		const partNumber = parts.length + 1;
		const { storage } = ctx.deps;
		parts.push(await storage.putPart({ key, storageUploadId, partNumber, bytes, signal }));
		// The former one was given away.
		part = Buffer.allocUnsafeSlow(partSizeBytes);
		filled = 0;
	}

	for await (const chunk of body) {
		for (let rest = chunk; rest.length > 0; ) {
			const copied = rest.copy(part, filled);
			filled += copied;
			totalBytes += copied;
			rest = rest.subarray(copied);
			if (filled === partSizeBytes) await flush();
		}
		onProgress(totalBytes);
	}
	if (filled > 0) await flush();
	if (totalBytes === 0) {
		throw new AppError("UPLOAD_EMPTY_FILE", "The other server sent an empty file.", {
			hint: "Check the address.",
		});
	}
	return { parts, totalBytes };
}
