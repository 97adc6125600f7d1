import type { FileHandle } from "node:fs/promises";
import { writeFile } from "node:fs/promises";

export const sampleRate = 16_000;
const bytesPerMs = (sampleRate * 2) / 1000;

/** Signed 16-bit little-endian mono at 16 kHz, as speech recognizers take it. */
export function pcmDurationMs(sizeBytes: number): number {
	return Math.floor(sizeBytes / bytesPerMs);
}

/** The samples of a stretch. */
export async function readPcm(
	handle: FileHandle,
	{ startMs, endMs }: { startMs: number; endMs: number },
): Promise<Buffer> {
	const length = (endMs - startMs) * bytesPerMs;
	const { buffer, bytesRead } = await handle.read({
		buffer: Buffer.alloc(length),
		position: startMs * bytesPerMs,
		length,
	});
	return buffer.subarray(0, bytesRead);
}

/** Writes samples with the 44 bytes of a RIFF WAVE header in front. */
export async function writeWav(path: string, pcm: Buffer): Promise<void> {
	const header = Buffer.alloc(44);
	header.write("RIFF", 0, "latin1");
	header.writeUInt32LE(36 + pcm.length, 4);
	header.write("WAVEfmt ", 8, "latin1");
	header.writeUInt32LE(16, 16);
	header.writeUInt16LE(1, 20);
	header.writeUInt16LE(1, 22);
	header.writeUInt32LE(sampleRate, 24);
	header.writeUInt32LE(sampleRate * 2, 28);
	header.writeUInt16LE(2, 32);
	header.writeUInt16LE(16, 34);
	header.write("data", 36, "latin1");
	header.writeUInt32LE(pcm.length, 40);
	await writeFile(path, Buffer.concat([header, pcm]));
}
