/**
 * How good a still a frame makes, from its brightness alone: 0 for a black, white or flat one,
 * rising with contrast and detail. Only the order of two scores means something.
 * @param gray one byte per pixel, row by row
 */
export function scoreFrame(gray: Uint8Array, width: number): number {
	if (gray.length === 0) return 0;
	const { mean, deviation } = spread(gray);
	// Fades and credits: nearly everything is black, or white.
	const exposure = mean < 20 || mean > 235 ? 0.1 : 1;
	return exposure * deviation * (1 + detail(gray, width) / 16);
}

/** Below this a frame shows next to nothing. */
export const poorScore = 6;
/** An ordinary scene in ordinary light; no need to look for a better one. */
export const goodScore = 30;

function spread(gray: Uint8Array): { mean: number; deviation: number } {
	let sum = 0;
	let squares = 0;
	for (const value of gray) {
		sum += value;
		squares += value * value;
	}
	const mean = sum / gray.length;
	return { mean, deviation: Math.sqrt(Math.max(0, squares / gray.length - mean * mean)) };
}

/** Mean step between horizontal neighbors: blurred frames of a pan have little. */
function detail(gray: Uint8Array, width: number): number {
	let sum = 0;
	for (let index = 1; index < gray.length; index += 1) {
		if (index % width !== 0) sum += Math.abs((gray[index] ?? 0) - (gray[index - 1] ?? 0));
	}
	return sum / gray.length;
}
