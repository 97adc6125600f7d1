import { CopyObjectCommand, UploadPartCopyCommand } from "@aws-sdk/client-s3";
import { bareEtag } from "../etag.ts";
import { assertKey } from "../keys.ts";
import { objectNotFound } from "../object-errors.ts";
import { largestPartBytes, planParts } from "../plan-parts.ts";
import type { ObjectHead, PartRef } from "../types.ts";
import { headObject, requireHead } from "./head.ts";
import { abortUpload, completeUpload, createUpload } from "./multipart.ts";
import { inParallel } from "./parallel.ts";
import type { S3Parts } from "./parts.ts";

const parallelParts = 4;

/** Keys need no escaping (see keys.ts). */
const sourceOf = ({ bucket }: S3Parts, key: string) => `${bucket}/${key}`;

async function copyInParts(parts: S3Parts, from: ObjectHead, to: string): Promise<ObjectHead> {
	const upload = { key: to, ...(await createUpload(parts, to, from)) };
	const { partSizeBytes, partCount } = planParts(from.sizeBytes);
	const numbers = Array.from({ length: partCount }, (_, index) => index + 1);
	const copyPart = async (partNumber: number, abortSignal: AbortSignal): Promise<PartRef> => {
		const start = (partNumber - 1) * partSizeBytes;
		const end = Math.min(start + partSizeBytes, from.sizeBytes) - 1;
		const command = new UploadPartCopyCommand({
			...{ Bucket: parts.bucket, Key: to, UploadId: upload.storageUploadId },
			...{ PartNumber: partNumber, CopySource: sourceOf(parts, from.key) },
			...{ CopySourceRange: `bytes=${start}-${end}`, CopySourceIfMatch: `"${from.etag}"` },
		});
		const { CopyPartResult } = await parts.client.send(command, { abortSignal });
		return { partNumber, etag: bareEtag(CopyPartResult?.ETag ?? "") };
	};
	try {
		const copied = await inParallel(numbers, { width: parallelParts, outer: undefined }, copyPart);
		return await completeUpload(parts, { ...upload, parts: copied });
	} catch (error) {
		await abortUpload(parts, upload).catch(() => {});
		throw error;
	}
}

/**
 * Copies an object inside the store; in parts where it is larger than one request may copy (5 GiB at S3).
 * @throws {AppError} STORAGE_OBJECT_NOT_FOUND
 */
export async function copyObject(
	parts: S3Parts,
	from: string,
	to: string,
	largestCopyBytes = largestPartBytes,
): Promise<ObjectHead> {
	assertKey(from);
	assertKey(to);
	const head = await headObject(parts, from);
	if (!head) throw objectNotFound(from);
	if (head.sizeBytes > largestCopyBytes) return copyInParts(parts, head, to);
	const { bucket: Bucket } = parts;
	const command = new CopyObjectCommand({ Bucket, Key: to, CopySource: sourceOf(parts, from) });
	await parts.client.send(command);
	return requireHead(parts, to);
}
