import { fingerprint } from "./fingerprint.ts";
import type { KeptUpload } from "./kept-uploads.ts";
import type { HashBlob } from "./md5.ts";

/** Is this the file that the upload was begun with? Its name may have changed, its bytes may not. */
export async function isSameFile(file: File, kept: KeptUpload, hash: HashBlob): Promise<boolean> {
	if (file.size !== kept.sizeBytes) return false;
	const isOld = file.lastModified === kept.lastModifiedMs && file.name === kept.fileName;
	if (kept.fingerprint === null) return isOld;
	const found = await fingerprint(file, hash);
	return found === null ? isOld : found === kept.fingerprint;
}

export interface ListedPart {
	readonly partNumber: number;
	readonly sizeBytes: number;
	readonly etag: string;
}

export interface KnownFile {
	readonly file: File;
	readonly partSizeBytes: number;
	/** The file system says that it was changed or copied since: look at every part. */
	readonly isTouched: boolean;
	readonly hash: HashBlob;
}

const bare = (etag: string) => etag.replaceAll('"', "").toLowerCase();

/**
 * Parts of the store that are this file's. Where the file was touched since, each is read again:
 * a part of other bytes is sent anew, and so is one whose ETag is no MD5.
 */
export async function partsOfFile(
	listed: readonly ListedPart[],
	{ file, partSizeBytes, isTouched, hash }: KnownFile,
): Promise<ListedPart[]> {
	const own: ListedPart[] = [];
	for (const part of listed) {
		const start = (part.partNumber - 1) * partSizeBytes;
		const slice = file.slice(start, start + partSizeBytes);
		if (slice.size !== part.sizeBytes) continue;
		if (!isTouched || (await hash(slice)) === bare(part.etag)) own.push(part);
	}
	return own;
}
