import type { Rational } from "../media-probe.ts";
/** Reads ffprobe's "30000/1001" or "4:3"; undefined for "0/0", "0:1", "N/A" and the like. */
export declare function parseRational(text: string | undefined): Rational | undefined;
export declare function reduce({ num, den }: Rational): Rational;
export declare function toNumber({ num, den }: Rational): number;
/** Ticks of a time base as milliseconds, not rounded. */
export declare function ticksToMs(ticks: number, timeBase: Rational): number;
