import { AppError } from "@nuclom/core";
import type { ObjectProperties } from "./types.ts";

const longestMetadataBytes = 2048;
const token = "[A-Za-z0-9!#$&^_.+-]+";
const mediaType = new RegExp(`^${token}/${token}(?:; ?${token}=(?:${token}|"[^"\\\\\\r\\n]*"))*$`);

/** @throws {AppError} INPUT_INVALID */
export function assertMediaType(value: string): void {
	if (value.length <= 200 && mediaType.test(value)) return;
	throw new AppError("INPUT_INVALID", "This is not a media type.", {
		hint: "A media type looks like video/mp4.",
	});
}

/** Names and values as they count against S3's limit of 2 KB. */
function metadataBytes(metadata: Readonly<Record<string, string>>): number {
	return Object.entries(metadata)
		.flat()
		.reduce((sum, text) => sum + encodeURIComponent(text).length, 0);
}

/**
 * Refuses what one of the stores would refuse or change, so that all behave alike.
 * @throws {AppError} INPUT_INVALID
 */
export function assertProperties({ contentType, metadata = {}, cacheControl }: ObjectProperties) {
	assertMediaType(contentType);
	if (cacheControl !== undefined && !/^[\x20-\x7e]{1,200}$/.test(cacheControl)) {
		throw new AppError("INPUT_INVALID", "This is not a Cache-Control header.");
	}
	const wrong = Object.keys(metadata).find((name) => !/^[a-z][A-Za-z0-9]{0,63}$/.test(name));
	if (wrong === undefined && metadataBytes(metadata) <= longestMetadataBytes) return;
	throw new AppError("INPUT_INVALID", "This metadata cannot be stored with an object.", {
		hint: "Names are in camelCase; names and values have 2 KB in all.",
	});
}
