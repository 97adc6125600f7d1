import { createHash } from "node:crypto";

/** As stores and browsers pass it about, with or without quotes, to the bare value. */
export function bareEtag(etag: string): string {
	return etag.replace(/^"(.*)"$/s, "$1");
}

/** S3's ETag of a joined object: the MD5 of its parts' MD5s, a dash and their number. */
export function joinedEtag(partEtags: readonly string[]): string {
	const hash = createHash("md5");
	for (const etag of partEtags) hash.update(Buffer.from(bareEtag(etag), "hex"));
	return `${hash.digest("hex")}-${partEtags.length}`;
}
