import { DeleteObjectsCommand, ListObjectsV2Command } from "@aws-sdk/client-s3";
import { bareEtag } from "../etag.ts";
import { assertKey, assertPrefix } from "../keys.ts";
import { assertLimit } from "../object-errors.ts";
import type { ObjectStorage } from "../types.ts";
import { isNamed } from "./errors.ts";
import type { S3Parts } from "./parts.ts";

/** S3's limit for one request. */
const mostKeys = 1000;

/** An object that could not be deleted, as an error that `s3Error` understands. */
function failureOf(failure: { Code?: string; Message?: string }): Error & { Code: string } {
	const { Code = "InternalError", Message = "An object was not deleted." } = failure;
	return Object.assign(new Error(Message), { Code, $metadata: { httpStatusCode: 500 } });
}

export async function deleteObjects(
	{ client, bucket }: S3Parts,
	keys: readonly string[],
): Promise<void> {
	for (const key of keys) assertKey(key);
	for (let start = 0; start < keys.length; start += mostKeys) {
		const Objects = keys.slice(start, start + mostKeys).map((Key) => ({ Key }));
		const command = new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } });
		const { Errors = [] } = await client.send(command);
		const failure = Errors.map(failureOf).find((error) => !isNamed(error, "NoSuchKey"));
		if (failure) throw failure;
	}
}

export async function listObjects(
	{ client, bucket }: S3Parts,
	{ prefix, cursor, limit = mostKeys }: Parameters<ObjectStorage["list"]>[0],
): ReturnType<ObjectStorage["list"]> {
	assertPrefix(prefix);
	assertLimit(limit, mostKeys);
	const answer = await client.send(
		new ListObjectsV2Command({
			Bucket: bucket,
			Prefix: prefix,
			MaxKeys: limit,
			...(cursor ? { ContinuationToken: cursor } : {}),
		}),
	);
	const objects = (answer.Contents ?? []).map((object) => ({
		key: object.Key ?? "",
		sizeBytes: object.Size ?? 0,
		etag: bareEtag(object.ETag ?? ""),
		lastModified: object.LastModified ?? new Date(0),
	}));
	return { objects, cursor: answer.NextContinuationToken ?? null };
}
