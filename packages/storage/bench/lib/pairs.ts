/** Figures of two servers that did the same work, one right after the other. */
export interface Pair<Ours, Theirs> {
	readonly ours: Ours;
	readonly theirs: Theirs;
}

export interface Spread {
	readonly median: number;
	readonly min: number;
	readonly max: number;
}

/** A median of five still stands when a neighbor took the machine for one of them. */
const pairCount = 5;

const round = (value: number) => Math.round(value * 1000) / 1000;

export function spread(values: readonly number[]): Spread {
	const sorted = values.toSorted((a, b) => a - b);
	const at = (position: number) => round(sorted[Math.floor(position)] ?? Number.NaN);
	return { median: at(sorted.length / 2), min: at(0), max: at(sorted.length - 1) };
}

/** Runs both in turn; who begins changes with every pair, so that neither always finds the warmer machine. */
export async function runPairs<Ours, Theirs>(
	ours: () => Promise<Ours>,
	theirs: () => Promise<Theirs>,
): Promise<Pair<Ours, Theirs>[]> {
	const pairs: Pair<Ours, Theirs>[] = [];
	for (let index = 0; index < pairCount; index++) {
		if (index % 2 === 0) {
			const first = await ours();
			pairs.push({ ours: first, theirs: await theirs() });
		} else {
			const first = await theirs();
			pairs.push({ ours: await ours(), theirs: first });
		}
	}
	return pairs;
}

export const isQuick = process.argv.includes("--quick");

export function print(result: object): void {
	process.stdout.write(`${JSON.stringify(result, null, "\t")}\n`);
}
