import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { assertKey } from "../../keys.ts";
import { assertPart, largestPartBytes } from "../../plan-parts.ts";
import type { PutPartOptions, StoredPart } from "../../types.ts";
import type { LocalParts } from "../parts.ts";
import { receivePart } from "./receive-part.ts";

/** Stores a part that is in memory, the way one that arrives by HTTP is stored. */
export async function putPart(
	parts: LocalParts,
	{ key, storageUploadId, partNumber, bytes, signal }: PutPartOptions,
): Promise<StoredPart> {
	assertKey(key);
	const sizeBytes = bytes.length;
	assertPart(partNumber, sizeBytes, largestPartBytes);
	signal?.throwIfAborted();
	const contentMd5 = createHash("md5").update(bytes).digest("base64");
	// In a list it is one chunk; an array of bytes would be taken apart into its numbers.
	const body = Readable.from([bytes]);
	const upload = { key, storageUploadId };
	const etag = await receivePart(parts, { ...upload, partNumber, sizeBytes, contentMd5, body });
	return { partNumber, sizeBytes, etag };
}
