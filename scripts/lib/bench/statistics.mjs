// Medians, and the shape in which every figure is printed.

export function median(values) {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const rounded = (value) => Number(value.toPrecision(4));

/** Each round's own ratio; without a peer, the value itself. */
const ratios = (ours, peer) =>
	ours.map((value, index) => (peer.length ? value / peer[index] : value));

/**
 * A figure with its verdict. `ratio` is the median over the rounds of ours / peer, or of ours where there
 * is no peer. `judgedBy: "worst"` asks every round to keep the limit.
 * @param {{ name: string, unit: string, ours: number[], peer?: number[], limit: number,
 *   isMinimum?: boolean, judgedBy?: "median" | "worst", note?: string }} figure
 */
export function result(figure) {
	const { name, unit, ours, peer = [], limit, isMinimum = false, judgedBy = "median" } = figure;
	const all = ratios(ours, peer);
	const ratio = median(all);
	const worst = isMinimum ? Math.min(...all) : Math.max(...all);
	const judged = judgedBy === "worst" ? worst : ratio;
	return {
		...{ name, unit, ours: ours.map(rounded), peer: peer.map(rounded) },
		...{ ratio: rounded(ratio), spread: [Math.min(...all), Math.max(...all)].map(rounded) },
		...{ limit: `${isMinimum ? "≥" : "≤"} ${limit}`, judgedBy },
		passes: isMinimum ? judged >= limit : judged <= limit,
		...(figure.note ? { note: figure.note } : {}),
	};
}

/**
 * Takes pairs in turn, the order changing with every round, so that neither side always comes second.
 * @param {number} rounds
 * @param {{ ours: () => Promise<number>, peer: () => Promise<number> }} sides
 */
export async function takePairs(rounds, sides) {
	const ours = [];
	const peer = [];
	for (let round = 0; round < rounds; round++) {
		if (round % 2) peer.push(await sides.peer());
		ours.push(await sides.ours());
		if (round % 2 === 0) peer.push(await sides.peer());
	}
	return { ours, peer };
}
