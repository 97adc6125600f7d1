import { frameMs } from "./levels.ts";
import type { Stretch } from "./plan-segments.ts";

/** Nobody hears anything below this. */
const inaudibleDb = -50;
/** How far from the background to the voice a pause may reach. */
const share = 0.3;
/** Less than this between quiet and loud: a tone, noise or music, with no pauses to be found. */
const leastRangeDb = 8;
const shortestMs = 240;

/**
 * Pauses of at least 0.24 s. What counts as quiet follows the recording: between its background
 * (the quietest tenth) and its voice (the loudest tenth), so that an old or noisy recording has
 * pauses too. ffmpeg's silencedetect wants one fixed level, and finds none in such.
 */
export function findSilences(levels: readonly number[]): Stretch[] {
	const limit = quietLimit(levels);
	const silences: Stretch[] = [];
	let start = 0;
	for (let at = 0; at <= levels.length; at += 1) {
		if (at < levels.length && (levels[at] ?? 0) < limit) continue;
		if ((at - start) * frameMs >= shortestMs) {
			silences.push({ startMs: start * frameMs, endMs: at * frameMs });
		}
		start = at + 1;
	}
	return silences;
}

function quietLimit(levels: readonly number[]): number {
	const sorted = Float32Array.from(levels).sort();
	const background = sorted[Math.floor(sorted.length * 0.1)] ?? inaudibleDb;
	const voice = sorted[Math.floor(sorted.length * 0.9)] ?? inaudibleDb;
	const range = voice - Math.max(background, inaudibleDb);
	return range < leastRangeDb
		? inaudibleDb
		: Math.max(inaudibleDb, Math.max(background, inaudibleDb) + range * share);
}
