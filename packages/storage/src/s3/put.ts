import type { Readable } from "node:stream";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { assertKey } from "../keys.ts";
import { assertPutSize, objectExists, wrongLength } from "../object-errors.ts";
import { assertProperties } from "../properties.ts";
import type { ObjectHead, PutOptions } from "../types.ts";
import { isNamed } from "./errors.ts";
import { sendExactly } from "./exact-body.ts";
import { requireHead } from "./head.ts";
import { propertiesInput } from "./metadata.ts";
import type { S3Parts } from "./parts.ts";

async function send(
	{ client, bucket }: S3Parts,
	key: string,
	body: Readable | Uint8Array,
	options: PutOptions,
	abortSignal: AbortSignal | undefined,
): Promise<void> {
	const command = new PutObjectCommand({
		Bucket: bucket,
		Key: key,
		Body: body,
		ContentLength: options.sizeBytes,
		...propertiesInput(options),
		...(options.ifAbsent ? { IfNoneMatch: "*" } : {}),
	});
	await client.send(command, abortSignal ? { abortSignal } : {});
}

function sendBody(
	parts: S3Parts,
	key: string,
	body: Readable | Uint8Array,
	options: PutOptions,
): Promise<void> {
	if (body instanceof Uint8Array) return send(parts, key, body, options, options.signal);
	return sendExactly(body, options, (exact, signal) => send(parts, key, exact, options, signal));
}

function assertInput(key: string, body: Readable | Uint8Array, options: PutOptions): void {
	const { sizeBytes } = options;
	assertKey(key);
	assertProperties(options);
	assertPutSize(sizeBytes);
	if (body instanceof Uint8Array && body.length !== sizeBytes) {
		throw wrongLength(sizeBytes, body.length);
	}
}

export async function putObject(
	parts: S3Parts,
	key: string,
	body: Readable | Uint8Array,
	options: PutOptions,
): Promise<ObjectHead> {
	try {
		assertInput(key, body, options);
		await sendBody(parts, key, body, options);
	} catch (error) {
		options.signal?.throwIfAborted();
		if (isNamed(error, "PreconditionFailed", "ConditionalRequestConflict"))
			throw objectExists(error);
		throw error;
	} finally {
		if (!(body instanceof Uint8Array)) body.destroy();
	}
	return requireHead(parts, key);
}
