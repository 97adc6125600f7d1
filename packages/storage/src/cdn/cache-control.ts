import type { ArtifactKind } from "../keys.ts";

const hourSeconds = 3600;

/** How long answers may be kept, by kind. Given by the deployment architecture. */
export const cacheTtlMs = {
	/** What has its content's hash or an id of its own in its address. */
	static: 365 * 24 * hourSeconds * 1000,
	/** API answers that are the same for everybody. */
	api: 5 * 60_000,
	/** Pages that are the same for everybody. */
	dynamic: 60_000,
} as const;

/** Written once under a key of its own: the bytes at that key never change. */
const immutable = `max-age=${cacheTtlMs.static / 1000}, immutable`;

/** A whole recording: kept by one browser for as long as it is being watched, and by nobody else. */
const original = `private, max-age=${hourSeconds}, immutable`;

/**
 * One row per kind. Everything is private: no object is public today, and each address is signed for one person.
 * A CDN passes what is private on without keeping it.
 */
const rows: Readonly<Record<ArtifactKind, string>> = {
	source: original,
	playable: `private, ${immutable}`,
	poster: `private, ${immutable}`,
	frames: `private, ${immutable}`,
	thumbnail: `private, ${immutable}`,
	captions: `private, ${immutable}`,
	// Read by the server alone.
	speech: "private, no-store",
};

/** The `Cache-Control` that an object of this kind is stored with. */
export function cacheControlOf(kind: ArtifactKind): string {
	return rows[kind];
}
