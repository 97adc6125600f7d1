/** Heights between 0.12 and 1 that look like speech: phrases with breaths between them. Always the same. */
export function waveform(count: number): number[] {
	return Array.from({ length: count }, (_, index) => {
		const phrase = Math.abs(Math.sin(index / 7.3)) ** 0.7;
		const syllable = 0.55 + 0.45 * Math.sin(index * 2.399 + Math.sin(index * 0.61) * 3);
		return Math.round((0.12 + 0.88 * phrase * syllable) * 100) / 100;
	});
}
