import { cueLine, type NumberedCue } from "./prompts.ts";

/**
 * Characters of transcript in one request: about 15,000 tokens, or an hour of speech. Models read
 * far more, but miss more of it, and prices step up at 272,000 tokens.
 */
export const defaultPromptCharacters = 60_000;

/**
 * Consecutive groups, each of which fills at most `limit` characters of prompt. An item that is
 * longer by itself makes a group of its own.
 */
export function group<Item>(
	items: readonly Item[],
	lengthOf: (item: Item) => number,
	limit: number,
): Item[][] {
	const groups: Item[][] = [];
	let length = Number.POSITIVE_INFINITY;
	for (const item of items) {
		const added = lengthOf(item) + 1;
		if (length + added > limit) {
			groups.push([]);
			length = 0;
		}
		groups.at(-1)?.push(item);
		length += added;
	}
	return groups;
}

/** The cues of each request. A cue over the limit (an imported caption file may have one) is cut. */
export function chunkCues(cues: readonly NumberedCue[], limit: number): NumberedCue[][] {
	const bounded = cues.map(({ index, text }) => ({ index, text: text.slice(0, limit) }));
	return group(bounded, (cue) => cueLine(cue).length, limit);
}
