import type { Rational } from "../media-probe.ts";

/** Reads ffprobe's "30000/1001" or "4:3"; undefined for "0/0", "0:1", "N/A" and the like. */
export function parseRational(text: string | undefined): Rational | undefined {
	const match = /^(\d+)[/:](\d+)$/.exec(text ?? "");
	const num = Number(match?.[1]);
	const den = Number(match?.[2]);
	return num > 0 && den > 0 ? reduce({ num, den }) : undefined;
}

export function reduce({ num, den }: Rational): Rational {
	let [a, b] = [num, den];
	while (b !== 0) [a, b] = [b, a % b];
	return { num: num / a, den: den / a };
}

export function toNumber({ num, den }: Rational): number {
	return num / den;
}

/** Ticks of a time base as milliseconds, not rounded. */
export function ticksToMs(ticks: number, timeBase: Rational): number {
	return (ticks * timeBase.num * 1000) / timeBase.den;
}
