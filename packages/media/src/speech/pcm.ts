import type { FileHandle } from "node:fs/promises";
import { writeFile } from "node:fs/promises";

export const sampleRate = 16_000;
const bytesPerMs = (sampleRate * 2) / 1000;
const windowMs = 100;

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

/** The middle of the quietest tenth of a second. */
export async function quietestMoment(
	handle: FileHandle,
	fromMs: number,
	toMs: number,
): Promise<number> {
	const pcm = await readPcm(handle, { startMs: fromMs, endMs: toMs });
	const window = windowMs * bytesPerMs;
	let quietest = { energy: Number.POSITIVE_INFINITY, offset: 0 };
	for (let offset = 0; offset + window <= pcm.length; offset += window) {
		const energy = energyOf(pcm.subarray(offset, offset + window));
		if (energy < quietest.energy) quietest = { energy, offset };
	}
	return fromMs + quietest.offset / bytesPerMs + windowMs / 2;
}

function energyOf(pcm: Buffer): number {
	let sum = 0;
	for (let offset = 0; offset + 1 < pcm.length; offset += 2) sum += pcm.readInt16LE(offset) ** 2;
	return sum;
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
