import type { OutgoingHttpHeaders } from "node:http";
import { contentDisposition } from "../content-disposition.ts";
import type { OpenObject } from "../local/open-objects.ts";
import { headOf, type ObjectRecord } from "../local/record.ts";
import type { ReadGrant } from "../local/sign.ts";
import { objectNotFound } from "../object-errors.ts";
import type { ObjectHead } from "../types.ts";
import { isNotModified, isRangeFresh } from "./conditions.ts";
import type { Exchange } from "./handler.ts";
import { parseRange } from "./range-header.ts";
import { sendSection } from "./send-section.ts";

/** The address is for one person, so no shared cache may keep the answer, whatever the object says of itself. */
function cacheControl(head: ObjectHead, grant: ReadGrant, nowMs: number): string {
	const stored = (head.cacheControl ?? "").split(",").map((directive) => directive.trim());
	const own = stored.filter((directive) => !/^(|public|private|s-maxage=.*)$/i.test(directive));
	if (own.length > 0) return ["private", ...own].join(", ");
	return `private, max-age=${Math.floor((grant.expiresAtMs - nowMs) / 1000)}`;
}

function headersOf(head: ObjectHead, grant: ReadGrant, nowMs: number): OutgoingHttpHeaders {
	return {
		etag: `"${head.etag}"`,
		"last-modified": head.lastModified.toUTCString(),
		"cache-control": cacheControl(head, grant, nowMs),
		"accept-ranges": "bytes",
	};
}

function typeHeaders(head: ObjectHead, grant: ReadGrant): OutgoingHttpHeaders {
	const disposition = contentDisposition(grant);
	return {
		"content-type": grant.contentType ?? head.contentType,
		...(disposition === undefined ? {} : { "content-disposition": disposition }),
	};
}

/** Leaves the bytes to the nginx in front, and with them ranges and conditions: it answers by its own ETag. */
function handOver(
	{ serving, response, key }: Exchange,
	{ blob }: ObjectRecord,
	{ etag: _etag, ...headers }: OutgoingHttpHeaders,
): void {
	const location = `${serving.accelRedirect}/${key}/${blob}`;
	response.writeHead(200, { ...headers, "x-accel-redirect": location, "content-length": 0 }).end();
}

async function send(exchange: Exchange, grant: ReadGrant, object: OpenObject): Promise<void> {
	const { serving, request, response } = exchange;
	const { handle, record } = object;
	const head = headOf(record);
	const headers = headersOf(head, grant, serving.clock.now().getTime());
	if (serving.accelRedirect) {
		handOver(exchange, record, { ...headers, ...typeHeaders(head, grant) });
		return;
	}
	if (isNotModified(request.headers, head)) {
		response.writeHead(304, headers).end();
		return;
	}
	const { sizeBytes } = head;
	// RFC 9110 defines Range for GET alone.
	const isRangeWanted = request.method === "GET" && isRangeFresh(request.headers, head);
	const range = isRangeWanted ? parseRange(request.headers.range, sizeBytes) : undefined;
	const { start, end } = range ?? { start: 0, end: sizeBytes - 1 };
	response.writeHead(range ? 206 : 200, {
		...headers,
		...typeHeaders(head, grant),
		"content-length": end - start + 1,
		...(range ? { "content-range": `bytes ${start}-${end}/${sizeBytes}` } : {}),
	});
	if (request.method === "HEAD") response.end();
	else await sendSection(response, { handle, file: record.blob, start, end });
}

/** Serves an object, or a range of it, from a signed address; GET and HEAD, with validators. */
export async function getObject(exchange: Exchange): Promise<void> {
	const { serving, key, query } = exchange;
	const grant = serving.readGrant(key, query);
	const object = await serving.open(key);
	if (!object) throw objectNotFound(key);
	try {
		await send(exchange, grant, object);
	} finally {
		await object.release();
	}
}
