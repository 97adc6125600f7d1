import {
	AbortMultipartUploadCommand,
	CompleteMultipartUploadCommand,
	CreateMultipartUploadCommand,
	ListPartsCommand,
} from "@aws-sdk/client-s3";
import { assertOrder, chooseParts, partsMissing } from "../choose-parts.ts";
import { bareEtag, joinedEtag } from "../etag.ts";
import { assertKey } from "../keys.ts";
import { uploadNotFound } from "../object-errors.ts";
import { assertProperties } from "../properties.ts";
import type {
	CreateMultipartOptions,
	ObjectHead,
	PartRef,
	StoredPart,
	UploadRef,
} from "../types.ts";
import { isNamed } from "./errors.ts";
import { headObject, requireHead } from "./head.ts";
import { propertiesInput } from "./metadata.ts";
import type { S3Parts } from "./parts.ts";

type Completion = UploadRef & { readonly parts: readonly PartRef[] };

/** Ceph says NoSuchKey. */
export const isUnknownUpload = (error: unknown) => isNamed(error, "NoSuchUpload", "NoSuchKey");

function inputOf({ bucket }: S3Parts, { key, storageUploadId }: UploadRef) {
	assertKey(key);
	return { Bucket: bucket, Key: key, UploadId: storageUploadId };
}

export async function createUpload(
	{ client, bucket }: S3Parts,
	key: string,
	options: CreateMultipartOptions,
): Promise<{ storageUploadId: string }> {
	assertKey(key);
	assertProperties(options);
	const input = { Bucket: bucket, Key: key, ...propertiesInput(options) };
	const { UploadId } = await client.send(new CreateMultipartUploadCommand(input));
	if (!UploadId) throw uploadNotFound();
	return { storageUploadId: UploadId };
}

export async function listParts(parts: S3Parts, upload: UploadRef): Promise<StoredPart[]> {
	const found: StoredPart[] = [];
	let marker: string | undefined;
	do {
		const input = { ...inputOf(parts, upload), ...(marker ? { PartNumberMarker: marker } : {}) };
		const answer = await parts.client.send(new ListPartsCommand(input)).catch((error: unknown) => {
			throw isUnknownUpload(error) ? uploadNotFound(error) : error;
		});
		for (const { PartNumber = 0, Size = 0, ETag = "" } of answer.Parts ?? []) {
			found.push({ partNumber: PartNumber, sizeBytes: Size, etag: bareEtag(ETag) });
		}
		marker = answer.IsTruncated ? answer.NextPartNumberMarker : undefined;
	} while (marker);
	return found;
}

export async function abortUpload(parts: S3Parts, upload: UploadRef): Promise<void> {
	try {
		await parts.client.send(new AbortMultipartUploadCommand(inputOf(parts, upload)));
	} catch (error) {
		if (!isUnknownUpload(error)) throw error;
	}
}

/**
 * A completion that failed may have succeeded: the answer was lost, or another call was first. The store forgets an
 * upload that it has completed, so the object tells.
 */
async function recover(
	parts: S3Parts,
	completion: Completion,
	failure: unknown,
): Promise<ObjectHead> {
	const head = await headObject(parts, completion.key).catch(() => {
		throw failure;
	});
	if (head?.etag === joinedEtag(completion.parts.map(({ etag }) => etag))) return head;
	// To an unknown upload Ceph answers 500, "already in progress".
	if (!isUnknownUpload(failure)) await listParts(parts, completion);
	throw isUnknownUpload(failure) ? uploadNotFound(failure) : failure;
}

/** Which parts the store minds; it only says that it does. */
async function explainRefusal(
	parts: S3Parts,
	completion: Completion,
	refusal: unknown,
): Promise<never> {
	const stored = await listParts(parts, completion);
	chooseParts(stored, completion.parts);
	throw partsMissing([], refusal);
}

export async function completeUpload(parts: S3Parts, completion: Completion): Promise<ObjectHead> {
	assertOrder(completion.parts);
	const named = completion.parts.map(({ partNumber, etag }) => ({
		PartNumber: partNumber,
		ETag: `"${bareEtag(etag)}"`,
	}));
	const input = { ...inputOf(parts, completion), MultipartUpload: { Parts: named } };
	try {
		await parts.client.send(new CompleteMultipartUploadCommand(input));
	} catch (error) {
		if (isNamed(error, "InvalidPart", "InvalidPartOrder", "EntityTooSmall")) {
			return explainRefusal(parts, completion, error);
		}
		return recover(parts, completion, error);
	}
	// Ceph's answer has an empty ETag, and no store's answer has the size.
	return requireHead(parts, completion.key);
}
