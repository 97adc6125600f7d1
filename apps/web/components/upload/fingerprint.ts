import type { HashBlob } from "./md5.ts";

const sampleBytes = 256 * 1024;

/**
 * Knows a file again without reading all of it: its size, and the MD5 of its beginning, middle and end.
 * Null where no MD5 can be computed.
 */
export async function fingerprint(file: Blob, hash: HashBlob): Promise<string | null> {
	const middle = Math.max(0, Math.floor((file.size - sampleBytes) / 2));
	const end = Math.max(0, file.size - sampleBytes);
	const samples = [0, middle, end].map((start) => file.slice(start, start + sampleBytes));
	const hex = await hash(new Blob(samples));
	return hex && `${file.size}-${hex}`;
}
