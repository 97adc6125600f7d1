interface Span {
	readonly startMs: number;
	readonly endMs: number;
}

/** How long the last words stay lit after they were said. */
const lingerMs = 1500;

/** Index of the cue that is being said, or was a moment ago; -1 in silence. Cues are in order. */
export function cueAt(cues: readonly Span[], ms: number): number {
	let low = 0;
	let high = cues.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const cue = cues[middle];
		if (cue && cue.startMs <= ms) low = middle + 1;
		else high = middle;
	}
	const last = cues[low - 1];
	return last && ms < last.endMs + lingerMs ? low - 1 : -1;
}
