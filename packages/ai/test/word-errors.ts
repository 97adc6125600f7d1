/** Words that have to be changed, added or left out to turn what was heard into what was said. */
export function wordErrors(said: string, heard: string): { errors: number; words: number } {
	const [reference, hypothesis] = [wordsOf(said), wordsOf(heard)];
	let row = Array.from({ length: hypothesis.length + 1 }, (_, index) => index);
	for (const [index, word] of reference.entries()) {
		const next = [index + 1];
		for (const [column, other] of hypothesis.entries()) {
			const change = (row[column] ?? 0) + (word === other ? 0 : 1);
			next.push(Math.min(change, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
		}
		row = next;
	}
	return { errors: row.at(-1) ?? 0, words: reference.length };
}

function wordsOf(text: string): string[] {
	return text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
}
