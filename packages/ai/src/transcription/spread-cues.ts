import type { Cue } from "../types.ts";
import { lengthOf, maxCueCharacters, splitText } from "./split-text.ts";

/** The longest that one caption stays on screen in the usual guidelines. */
export const maxCueMs = 7_000;
const minCueMs = 1_000;
/** Slow speech is not cut shorter than this to follow the clock: single words are hard to read. */
const minPieceCharacters = 32;

interface Stretch {
	readonly startMs: number;
	readonly endMs: number;
}

/**
 * Spreads the text of one stretch of speech over its time, in proportion to length, because
 * current transcription models give no word timings. Cues are in order, never overlap and stay
 * inside the stretch; each has at most 84 characters and 7 seconds.
 */
export function spreadCues(stretch: Stretch, text: string, language?: string): Cue[] {
	const durationMs = stretch.endMs - stretch.startMs;
	const characters = lengthOf(text.trim());
	if (durationMs <= 0 || characters === 0) {
		return [];
	}
	const msPerCharacter = durationMs / characters;
	const byTime = Math.floor((maxCueMs * 0.95) / msPerCharacter);
	const limit = Math.min(maxCueCharacters, Math.max(minPieceCharacters, byTime));
	const shortest = Math.ceil(minCueMs / msPerCharacter);
	return place(joinShort(splitText(text, limit, language), limit, shortest), stretch);
}

/** A lone "Yes." would flash by: it joins the sentence before it where both fit in one cue. */
function joinShort(pieces: readonly string[], limit: number, shortest: number): string[] {
	const joined: string[] = [];
	for (const piece of pieces) {
		const previous = joined.at(-1);
		const together = previous === undefined ? "" : `${previous} ${piece}`;
		const isShort = Math.min(lengthOf(previous ?? ""), lengthOf(piece)) < shortest;
		if (previous !== undefined && isShort && lengthOf(together) <= limit) {
			joined[joined.length - 1] = together;
		} else {
			joined.push(piece);
		}
	}
	return joined;
}

function place(pieces: readonly string[], { startMs, endMs }: Stretch): Cue[] {
	const total = pieces.reduce((sum, piece) => sum + lengthOf(piece) + 1, 0);
	const cues: Cue[] = [];
	let before = 0;
	for (const text of pieces) {
		const from = at(before / total);
		before += lengthOf(text) + 1;
		const to = at(before / total);
		// A stretch with fewer milliseconds than pieces has no room for this one.
		if (to > from) {
			cues.push({ startMs: from, endMs: Math.min(to, from + maxCueMs), text });
		}
	}
	return cues;

	function at(share: number): number {
		return Math.round(startMs + (endMs - startMs) * share);
	}
}
