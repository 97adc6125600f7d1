import { createHash } from "node:crypto";
import { UploadPartCommand } from "@aws-sdk/client-s3";
import { bareEtag } from "../etag.ts";
import { assertKey } from "../keys.ts";
import { uploadNotFound } from "../object-errors.ts";
import { assertPart, largestPartBytes } from "../plan-parts.ts";
import type { PutPartOptions, StoredPart } from "../types.ts";
import { isUnknownUpload } from "./multipart.ts";
import type { S3Parts } from "./parts.ts";

/** Sends a part that is in memory; the SDK sends it again when the store is not there for a moment. */
export async function putPart(
	{ client, bucket }: S3Parts,
	{ key, storageUploadId, partNumber, bytes, signal }: PutPartOptions,
): Promise<StoredPart> {
	assertKey(key);
	assertPart(partNumber, bytes.length, largestPartBytes);
	const command = new UploadPartCommand({
		...{ Bucket: bucket, Key: key, UploadId: storageUploadId, PartNumber: partNumber },
		...{ Body: bytes, ContentLength: bytes.length },
		ContentMD5: createHash("md5").update(bytes).digest("base64"),
	});
	try {
		const sent = await client.send(command, signal ? { abortSignal: signal } : {});
		return { partNumber, sizeBytes: bytes.length, etag: bareEtag(sent.ETag ?? "") };
	} catch (error) {
		signal?.throwIfAborted();
		throw isUnknownUpload(error) ? uploadNotFound(error) : error;
	}
}
