import { type Context, completeUpload, createUpload, signParts } from "../src/index.ts";
import type { Upload } from "../src/schemas.ts";

export interface TestFile {
	readonly fileName: string;
	readonly bytes: Uint8Array;
	readonly contentType?: string;
}

/** Sends every part of an upload over HTTP, as a browser does, and returns the store's ETags. */
export async function sendParts(ctx: Context, upload: Upload, bytes: Uint8Array) {
	const { organizationId, uploadId, partCount, partSizeBytes } = upload;
	const partNumbers = Array.from({ length: partCount }, (_, index) => index + 1);
	const { parts } = await signParts({ ctx, input: { organizationId, uploadId, partNumbers } });
	return Promise.all(
		parts.map(async ({ partNumber, url, headers }) => {
			const start = (partNumber - 1) * partSizeBytes;
			const body = bytes.slice(start, start + partSizeBytes);
			const response = await fetch(url, { method: "PUT", headers, body });
			if (!response.ok) throw new Error(`PUT answered ${response.status}`);
			return { partNumber, etag: response.headers.get("etag") ?? "" };
		}),
	);
}

/** Begins, sends and completes an upload; answers the video's id. */
export async function uploadFile(ctx: Context, organizationId: string, file: TestFile) {
	const { fileName, bytes, contentType = "video/mp4" } = file;
	const input = { organizationId, fileName, contentType, sizeBytes: bytes.length };
	const upload = await createUpload({ ctx, input });
	const parts = await sendParts(ctx, upload, bytes);
	const { uploadId, videoId } = upload;
	await completeUpload({ ctx, input: { organizationId, uploadId, parts } });
	return videoId;
}
