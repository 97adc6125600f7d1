import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { UploadPartCommand } from "@aws-sdk/client-s3";
import { bareEtag } from "../etag.ts";
import { planParts } from "../plan-parts.ts";
import type { ObjectHead, ObjectProperties, PartRef, UploadRef } from "../types.ts";
import { s3Error } from "./errors.ts";
import { sendExactly } from "./exact-body.ts";
import { abortUpload, completeUpload, createUpload } from "./multipart.ts";
import { inParallel } from "./parallel.ts";
import type { S3Parts } from "./parts.ts";
import { putObject } from "./put.ts";
import { retrying } from "./retrying.ts";

const parallelParts = 4;
const readBytes = 1024 * 1024;

type UploadFileOptions = ObjectProperties & { signal?: AbortSignal };

interface Section {
	readonly path: string;
	readonly start: number;
	readonly sizeBytes: number;
}

/** An empty section has no end that createReadStream could name. */
function read({ path, start, sizeBytes }: Section): Readable {
	const end = Math.max(start, start + sizeBytes - 1);
	return createReadStream(path, { start, end, highWaterMark: readBytes });
}

async function sendPart(
	{ client, bucket }: S3Parts,
	{ key, storageUploadId }: UploadRef,
	partNumber: number,
	section: Section,
	signal: AbortSignal,
): Promise<PartRef> {
	const { sizeBytes } = section;
	return sendExactly(read(section), { sizeBytes, signal }, async (body, abortSignal) => {
		const command = new UploadPartCommand({
			...{ Bucket: bucket, Key: key, UploadId: storageUploadId, PartNumber: partNumber },
			...{ Body: body, ContentLength: sizeBytes },
		});
		const { ETag = "" } = await client.send(command, { abortSignal });
		return { partNumber, etag: bareEtag(ETag) };
	});
}

async function sendParts(
	parts: S3Parts,
	upload: UploadRef,
	path: string,
	sizeBytes: number,
	outer: AbortSignal | undefined,
): Promise<ObjectHead> {
	const { partSizeBytes, partCount } = planParts(sizeBytes);
	const numbers = Array.from({ length: partCount }, (_, index) => index + 1);
	const sent = await inParallel(numbers, { width: parallelParts, outer }, (partNumber, signal) => {
		const start = (partNumber - 1) * partSizeBytes;
		const section = { path, start, sizeBytes: Math.min(partSizeBytes, sizeBytes - start) };
		return retrying(() => sendPart(parts, upload, partNumber, section, signal), signal);
	});
	return completeUpload(parts, { ...upload, parts: sent });
}

/**
 * Stores a file: in one request up to 16 MiB, else in equal parts, four at a time. A stream cannot be sent twice, so
 * the SDK does not retry it: here each try reads its section of the file anew, and memory stays flat.
 */
export async function uploadFile(
	parts: S3Parts,
	key: string,
	filePath: string,
	options: UploadFileOptions,
): Promise<ObjectHead> {
	const { signal } = options;
	const { size: sizeBytes } = await stat(filePath);
	if (planParts(sizeBytes).partCount === 1) {
		const whole = { path: filePath, start: 0, sizeBytes };
		const put = () => putObject(parts, key, read(whole), { ...options, sizeBytes });
		return retrying(put, signal);
	}
	const upload = { key, ...(await createUpload(parts, key, options)) };
	try {
		return await sendParts(parts, upload, filePath, sizeBytes, signal);
	} catch (error) {
		await abortUpload(parts, upload).catch((failure: unknown) => {
			parts.logger.warn({ key, err: s3Error(failure) }, "An unfinished upload stays in the store");
		});
		throw error;
	}
}
