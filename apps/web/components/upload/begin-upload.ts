import type { ApiClient } from "@nuclom/api/client";
import { attempt } from "./attempt.ts";
import type { ChosenFile } from "./dropped-files.ts";
import { fingerprint } from "./fingerprint.ts";
import type { KeptUpload, KeptUploads } from "./kept-uploads.ts";
import { isSameFile } from "./known-file.ts";
import type { HashBlob } from "./md5.ts";

export interface BeginParts {
	readonly client: ApiClient;
	readonly kept: KeptUploads;
	readonly hash: HashBlob;
}

/** The upload that this browser began with this very file and did not finish. */
export async function findKept(
	{ kept, hash }: BeginParts,
	organizationId: string,
	file: File,
): Promise<KeptUpload | undefined> {
	const nowMs = Date.now();
	for (const upload of await kept.list(organizationId)) {
		if (Date.parse(upload.expiresAt) > nowMs && (await isSameFile(file, upload, hash))) {
			return upload;
		}
	}
}

/** Makes a new upload and keeps what is needed to go on with it another day. */
export async function createKept(
	{ client, kept, hash }: BeginParts,
	organizationId: string,
	{ file, handle }: ChosenFile,
	signal: AbortSignal,
): Promise<KeptUpload> {
	const { name: fileName, size: sizeBytes, type, lastModified: lastModifiedMs } = file;
	const about = { organizationId, fileName, sizeBytes, ...(type ? { contentType: type } : {}) };
	const [upload, found] = await Promise.all([
		attempt(() => client.uploads.create(about), { signal }),
		fingerprint(file, hash),
	]);
	const { uploadId, videoId, partSizeBytes, partCount, expiresAt } = upload;
	const made: KeptUpload = {
		...{ uploadId, videoId, organizationId, partSizeBytes, partCount, expiresAt },
		...{ fileName, sizeBytes, lastModifiedMs, fingerprint: found, sentBytes: 0 },
		...(handle ? { handle } : {}),
	};
	await kept.put(made);
	return made;
}
