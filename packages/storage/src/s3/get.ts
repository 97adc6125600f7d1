import { Readable } from "node:stream";
import { GetObjectCommand, type GetObjectCommandOutput } from "@aws-sdk/client-s3";
import { handOver } from "../body-stream.ts";
import { assertKey } from "../keys.ts";
import { objectNotFound } from "../object-errors.ts";
import { assertRange, rangeInvalid } from "../range.ts";
import type { ByteRange, ObjectBody, ObjectStorage } from "../types.ts";
import { isNamed, isNotFound } from "./errors.ts";
import { requireHead, toHead } from "./head.ts";
import type { S3Parts } from "./parts.ts";

/** Where the body begins and ends, and how large the object is: `bytes 0-9/100`. */
function extentOf({ ContentRange, ContentLength = 0 }: GetObjectCommandOutput) {
	const [, start, end, size] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(ContentRange ?? "") ?? [];
	if (start === undefined)
		return { range: { start: 0, end: ContentLength - 1 }, sizeBytes: ContentLength };
	return { range: { start: Number(start), end: Number(end) }, sizeBytes: Number(size) };
}

async function ask(
	{ client, bucket }: S3Parts,
	key: string,
	range: ByteRange | undefined,
	signal: AbortSignal | undefined,
): Promise<GetObjectCommandOutput> {
	const command = new GetObjectCommand({
		Bucket: bucket,
		Key: key,
		...(range ? { Range: `bytes=${range.start}-${range.end ?? ""}` } : {}),
	});
	return client.send(command, signal ? { abortSignal: signal } : {});
}

export async function getObject(
	parts: S3Parts,
	key: string,
	{ range, signal }: Parameters<ObjectStorage["get"]>[1] = {},
): Promise<ObjectBody> {
	assertKey(key);
	if (range) assertRange(range);
	signal?.throwIfAborted();
	try {
		const answer = await ask(parts, key, range, signal);
		const { range: sent, sizeBytes } = extentOf(answer);
		const stream = answer.Body instanceof Readable ? answer.Body : Readable.from([]);
		return { ...toHead(key, answer, sizeBytes), range: sent, stream: handOver(stream, signal) };
	} catch (error) {
		signal?.throwIfAborted();
		if (isNotFound(error)) throw objectNotFound(key, error);
		if (isNamed(error, "InvalidRange"))
			throw rangeInvalid((await requireHead(parts, key)).sizeBytes);
		throw error;
	}
}
