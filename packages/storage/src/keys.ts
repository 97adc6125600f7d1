import { AppError, isId } from "@nuclom/core";

/** S3's limit. */
const longestKeyBytes = 1024;
/** File systems allow 255 bytes per name; the rest is for the local driver's own marks. */
const longestSegmentBytes = 200;

/**
 * Letters, digits, `.`, `_`, `-` and `=`, neither beginning nor ending with a dot. Narrower than S3 allows: such a key
 * needs no escaping in an address, on a disk, in a log or in a signature, and cannot leave its folder.
 */
const segmentPattern = /^[A-Za-z0-9_=-](?:[A-Za-z0-9._=-]*[A-Za-z0-9_=-])?$/;

function isSegment(value: string): boolean {
	return value.length <= longestSegmentBytes && segmentPattern.test(value);
}

export function isKey(key: unknown): key is string {
	if (typeof key !== "string" || key.length > longestKeyBytes) return false;
	return key.split("/").every(isSegment);
}

/**
 * Refuses what is no key: traversal, empty segments, NUL, backslashes, escapes, anything over 1024 bytes.
 * @throws {AppError} STORAGE_KEY_INVALID
 */
export function assertKey(key: string): void {
	if (isKey(key)) return;
	throw new AppError("STORAGE_KEY_INVALID", "This is not a valid storage key.", {
		hint: "A key is made of segments of letters, digits, dots, dashes and underscores, joined by slashes.",
	});
}

/**
 * Refuses what no key can begin with. The last segment may be cut short; "" stands for everything.
 * @throws {AppError} STORAGE_KEY_INVALID
 */
export function assertPrefix(prefix: string): void {
	if (prefix === "") return;
	assertKey(prefix.endsWith("/") || prefix.endsWith(".") ? `${prefix}x` : prefix);
}

export type ArtifactKind =
	| "source"
	| "playable"
	| "poster"
	| "frames"
	| "thumbnail"
	| "speech"
	| "captions";

type ArtifactKey = (artifactId: string, extension: string) => string;

export interface VideoKeys extends Readonly<Record<ArtifactKind, ArtifactKey>> {
	/** Everything of this version lies under it. */
	readonly prefix: string;
}

function assertPart(isValid: boolean, what: string): void {
	if (isValid) return;
	throw new AppError("STORAGE_KEY_INVALID", `A storage key cannot be made from this ${what}.`);
}

/** Everything of a video lies under it; of an organization, when `videoId` is left out. */
export function videoPrefix(ids: { organizationId: string; videoId?: string }): string {
	assertPart(isId(ids.organizationId), "organization id");
	const organization = `videos/${ids.organizationId}/`;
	if (ids.videoId === undefined) return organization;
	assertPart(isId(ids.videoId), "video id");
	return `${organization}${ids.videoId}/`;
}

/**
 * Keys of a version's objects: `videos/{organizationId}/{videoId}/{versionId}/{kind}/{artifactId}/{kind}.{extension}`.
 * Made of ids alone, so that a person's file name never enters a key; `artifactId` is new for each object, so that
 * a key is written once.
 * @throws {AppError} STORAGE_KEY_INVALID for an id that is no UUID, or an extension other than 1–8 of `a-z0-9`
 */
export function videoKeys(ids: {
	organizationId: string;
	videoId: string;
	versionId: string;
}): VideoKeys {
	assertPart(isId(ids.versionId), "version id");
	const prefix = `${videoPrefix(ids)}${ids.versionId}/`;
	const keyOf =
		(kind: ArtifactKind): ArtifactKey =>
		(artifactId, extension) => {
			assertPart(isId(artifactId), "artifact id");
			assertPart(/^[a-z0-9]{1,8}$/.test(extension), "extension");
			return `${prefix}${kind}/${artifactId}/${kind}.${extension}`;
		};
	return {
		prefix,
		source: keyOf("source"),
		playable: keyOf("playable"),
		poster: keyOf("poster"),
		frames: keyOf("frames"),
		thumbnail: keyOf("thumbnail"),
		speech: keyOf("speech"),
		captions: keyOf("captions"),
	};
}
