import { AppError } from "@nuclom/core";
import type { Exchange } from "./handler.ts";

function assertLength(announced: string | undefined, sizeBytes: number): void {
	if (announced !== undefined && Number(announced) === sizeBytes) return;
	throw new AppError("UPLOAD_PART_INVALID", "The part is not as long as its address says.", {
		hint: `Send exactly ${sizeBytes} bytes with a Content-Length header.`,
		data: { expectedBytes: sizeBytes, announcedBytes: announced ?? null },
	});
}

function assertMd5(given: string | undefined, signed: string | undefined): void {
	if (given === undefined || given === signed) return;
	throw new AppError("UPLOAD_PART_INVALID", "The Content-MD5 header is not the signed one.", {
		hint: "Send the headers that came with the address, and no other checksum.",
	});
}

/** Stores one part from a signed address. Answers as S3 does: 200, no body, the part's MD5 as ETag. */
export async function putPart({ serving, request, response, key, query }: Exchange): Promise<void> {
	const { expiresAtMs, ...part } = serving.partGrant(key, query);
	assertLength(request.headers["content-length"], part.sizeBytes);
	assertMd5(request.headers["content-md5"]?.toString(), part.contentMd5);
	const md5 = await serving.receivePart({ ...part, body: request });
	response.writeHead(200, { etag: `"${md5}"`, "content-length": 0, "cache-control": "no-store" });
	response.end();
}
