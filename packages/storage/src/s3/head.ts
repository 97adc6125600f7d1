import { HeadObjectCommand, type HeadObjectCommandOutput } from "@aws-sdk/client-s3";
import { bareEtag } from "../etag.ts";
import { objectNotFound } from "../object-errors.ts";
import type { ObjectHead } from "../types.ts";
import { isNotFound } from "./errors.ts";
import { fromHeaders } from "./metadata.ts";
import type { S3Parts } from "./parts.ts";

type Answer = Pick<
	HeadObjectCommandOutput,
	"ETag" | "ContentType" | "LastModified" | "Metadata" | "CacheControl"
>;

export function toHead(key: string, answer: Answer, sizeBytes: number): ObjectHead {
	const { CacheControl: cacheControl } = answer;
	return {
		key,
		sizeBytes,
		etag: bareEtag(answer.ETag ?? ""),
		contentType: answer.ContentType ?? "application/octet-stream",
		lastModified: answer.LastModified ?? new Date(0),
		metadata: fromHeaders(answer.Metadata),
		...(cacheControl ? { cacheControl } : {}),
	};
}

/** Null when there is no such object. */
export async function headObject(
	{ client, bucket }: S3Parts,
	key: string,
): Promise<ObjectHead | null> {
	try {
		const answer = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
		return toHead(key, answer, answer.ContentLength ?? 0);
	} catch (error) {
		if (isNotFound(error)) return null;
		throw error;
	}
}

/** The head of what was just written. */
export async function requireHead(parts: S3Parts, key: string): Promise<ObjectHead> {
	const head = await headObject(parts, key);
	if (!head) throw objectNotFound(key);
	return head;
}
