// What is uploaded: a real MP4 of ten seconds, made large by a box that players pass over.
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../run.mjs";

export const blockBytes = 16 * 1024 ** 2;

/** A `free` box with a 64-bit size, ISO/IEC 14496-12, 4.2 and 8.1.2. */
function freeBoxHeader(sizeBytes) {
	const header = Buffer.alloc(16);
	header.writeUInt32BE(1, 0);
	header.write("free", 4, "latin1");
	header.writeBigUInt64BE(BigInt(sizeBytes), 8);
	return header;
}

/** Blocks of 16 MiB that make up the file; all but the first are the same memory. */
export function createPayload(sizeBytes) {
	const video = readFileSync(join(root, "apps/cli/demo/inaugural-address.mp4"));
	const filling = randomBytes(blockBytes);
	const first = Buffer.from(filling);
	video.copy(first);
	freeBoxHeader(sizeBytes - video.length).copy(first, video.length);
	const count = Math.ceil(sizeBytes / blockBytes);
	return Array.from({ length: count }, (_, index) => {
		const size = Math.min(blockBytes, sizeBytes - index * blockBytes);
		return (index === 0 ? first : filling).subarray(0, size);
	});
}
