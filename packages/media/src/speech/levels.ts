import { createReadStream } from "node:fs";
import { sampleRate } from "./pcm.ts";

/** Length of one measured frame. */
export const frameMs = 20;

const frameSamples = (sampleRate * frameMs) / 1000;
/** Digital silence; also the lowest level that is given. */
const lowestDb = -100;

/** Loudness (RMS in dB of full scale) of every 20 ms of a PCM file; four bytes each in memory. */
export async function readLevels(pcmFile: string): Promise<number[]> {
	const levels: number[] = [];
	let energy = 0;
	let count = 0;
	let odd: Buffer = Buffer.alloc(0);
	for await (const chunk of createReadStream(pcmFile)) {
		const bytes = Buffer.concat([odd, chunk as Buffer]);
		const whole = bytes.length - (bytes.length % 2);
		odd = bytes.subarray(whole);
		for (let offset = 0; offset < whole; offset += 2) {
			energy += (bytes.readInt16LE(offset) / 32_768) ** 2;
			count += 1;
			if (count < frameSamples) continue;
			levels.push(toDb(energy / count));
			energy = 0;
			count = 0;
		}
	}
	if (count > 0) levels.push(toDb(energy / count));
	return levels;
}

function toDb(meanSquare: number): number {
	return Math.max(lowestDb, 10 * Math.log10(meanSquare || 1e-10));
}

/** The middle of the quietest tenth of a second between two times. */
export function quietestMoment(levels: readonly number[], fromMs: number, toMs: number): number {
	const width = 5;
	const first = Math.floor(fromMs / frameMs);
	const last = Math.min(levels.length, Math.floor(toMs / frameMs)) - width;
	let quietest = { level: Number.POSITIVE_INFINITY, at: first };
	for (let at = first; at <= last; at += 1) {
		const level = levels.slice(at, at + width).reduce((sum, each) => sum + each, 0);
		if (level < quietest.level) quietest = { level, at };
	}
	return (quietest.at + width / 2) * frameMs;
}
