import type { IncomingHttpHeaders } from "node:http";
import type { ObjectHead } from "../types.ts";

type Validators = Pick<ObjectHead, "etag" | "lastModified">;

/** HTTP dates have whole seconds. */
const toSeconds = (date: Date) => Math.floor(date.getTime() / 1000);

function parseDate(value: string | undefined): number | undefined {
	const ms = value === undefined ? Number.NaN : Date.parse(value);
	return Number.isNaN(ms) ? undefined : Math.floor(ms / 1000);
}

/** RFC 9110 §13.1.2 compares weakly: `W/"x"` is `"x"`. */
function listsEtag(header: string, etag: string): boolean {
	if (header.trim() === "*") return true;
	return header.split(",").some((one) => one.trim().replace(/^W\//, "") === `"${etag}"`);
}

/** May the client use what it has? If-None-Match, and If-Modified-Since where that is absent (RFC 9110 §13.2.2). */
export function isNotModified(headers: IncomingHttpHeaders, head: Validators): boolean {
	const noneMatch = headers["if-none-match"];
	if (noneMatch !== undefined) return listsEtag(noneMatch, head.etag);
	const since = parseDate(headers["if-modified-since"]);
	return since !== undefined && toSeconds(head.lastModified) <= since;
}

/**
 * Is what the client has a part of what we have? Without If-Range, yes (RFC 9110 §13.1.5). The comparison is strong:
 * a weak tag never fits, a date must be the very same.
 */
export function isRangeFresh(headers: IncomingHttpHeaders, head: Validators): boolean {
	const given = headers["if-range"]?.toString();
	if (given === undefined) return true;
	if (given.startsWith('"')) return given === `"${head.etag}"`;
	return parseDate(given) === toSeconds(head.lastModified);
}
