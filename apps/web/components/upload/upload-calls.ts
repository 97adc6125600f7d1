import type { ApiClient } from "@nuclom/api/client";
import { attempt } from "./attempt.ts";
import { hexToBase64 } from "./base64.ts";
import type { StoredPart } from "./engine.ts";
import type { HashBlob } from "./md5.ts";
import type { SignedPart } from "./signed-parts.ts";
import { hasCode } from "./trouble.ts";

export interface UploadRef {
	readonly organizationId: string;
	readonly uploadId: string;
	readonly partSizeBytes: number;
}

const idsOf = ({ organizationId, uploadId }: UploadRef) => ({ organizationId, uploadId });

/** Addresses for parts, each bound to its MD5, so that the store takes no other bytes. */
export async function signParts(
	client: ApiClient,
	upload: UploadRef,
	{ file, hash }: { readonly file: Blob; readonly hash: HashBlob },
	partNumbers: number[],
): Promise<readonly SignedPart[]> {
	const { partSizeBytes } = upload;
	const hashes = await Promise.all(
		partNumbers.map((partNumber) =>
			hash(file.slice((partNumber - 1) * partSizeBytes, partNumber * partSizeBytes)),
		),
	);
	const contentMd5s = hashes.flatMap((hex) => (hex ? [hexToBase64(hex)] : []));
	const isComplete = contentMd5s.length === partNumbers.length;
	const input = { ...idsOf(upload), partNumbers, ...(isComplete ? { contentMd5s } : {}) };
	return (await client.uploads.signParts(input)).parts;
}

export const listParts = (client: ApiClient, upload: UploadRef) =>
	attempt(async () => (await client.uploads.listParts(idsOf(upload))).parts);

/** Completes an upload; where the answer to an earlier try was lost, it is complete already. */
export async function completeUpload(
	client: ApiClient,
	upload: UploadRef,
	sent: readonly StoredPart[],
): Promise<void> {
	// The store's own list fills in what a browser was not shown.
	const isKnown = sent.every(({ etag }) => etag !== "");
	const listed = isKnown ? sent : await listParts(client, upload);
	const parts = listed.map(({ partNumber, etag }) => ({ partNumber, etag }));
	try {
		await attempt(() => client.uploads.complete({ ...idsOf(upload), parts }));
	} catch (error) {
		if (!hasCode(error, "UPLOAD_ALREADY_COMPLETED")) throw error;
	}
}

/** Nothing to say when it fails: the server gives up unfinished uploads by itself in time. */
export const abortUpload = (client: ApiClient, upload: UploadRef) =>
	client.uploads.abort(idsOf(upload)).then(
		() => {},
		() => {},
	);
