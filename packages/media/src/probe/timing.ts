import type { Rational } from "../media-probe.ts";
import { parseRational, reduce, ticksToMs, toNumber } from "./rational.ts";
import type { StreamPackets } from "./scan-packets.ts";

export interface VideoTiming {
	/** Presentation times in ticks, ascending, each once. */
	readonly times: readonly number[];
	/** Where the last frame ends, in ticks. */
	readonly end: number;
	readonly frameRate: Rational;
	readonly isVariableFrameRate: boolean;
}

/** Rates that cameras and editors write; containers with a coarse clock only come near them. */
const usualRates: readonly Rational[] = [
	...[23, 29, 47, 59, 119].map((rate) => ({ num: (rate + 1) * 1000, den: 1001 })),
	...[10, 12, 15, 24, 25, 30, 48, 50, 60, 90, 100, 120, 240].map((num) => ({ num, den: 1 })),
];

/** What the frames' times tell: the rate, whether it is constant, and where the last frame ends. */
export function readVideoTiming(
	packets: StreamPackets,
	timeBase: Rational,
	claims: { r_frame_rate?: string; avg_frame_rate?: string },
): VideoTiming {
	const times = ascending(packets.times);
	const first = times[0] ?? 0;
	const last = times.at(-1) ?? 0;
	const step = times.length > 1 ? (last - first) / (times.length - 1) : 0;
	const isVariableFrameRate = !isSteady(times, step, timeBase);
	// Rounded ends of a short clip shift the mean by up to a tick.
	const leeway = Math.max(0.0005, 1 / Math.max(1, last - first));
	const frameRate = nearestRate({ step, timeBase, claims, isVariableFrameRate, leeway });
	const stepTicks = timeBase.den / timeBase.num / toNumber(frameRate);
	const end = last + (packets.lastDuration > 0 ? packets.lastDuration : Math.round(stepTicks));
	return { times, end, frameRate, isVariableFrameRate };
}

function ascending(times: readonly number[]): number[] {
	const sorted = [...times].sort((a, b) => a - b);
	return sorted.filter((time, index) => index === 0 || time !== sorted[index - 1]);
}

/**
 * Constant means that frame n is the one nearest to n steps: no frame strays by a quarter of a
 * step. So a clock of whole milliseconds is still constant, and one lost frame is not.
 */
function isSteady(times: readonly number[], step: number, timeBase: Rational): boolean {
	const first = times[0] ?? 0;
	const oneMs = timeBase.den / timeBase.num / 1000;
	const leeway = Math.max(step / 4, Math.min(oneMs, step / 2));
	return times.every((time, index) => Math.abs(time - first - index * step) <= leeway);
}

interface RateFacts {
	readonly step: number;
	readonly timeBase: Rational;
	readonly claims: { r_frame_rate?: string; avg_frame_rate?: string };
	readonly isVariableFrameRate: boolean;
	readonly leeway: number;
}

function nearestRate(facts: RateFacts): Rational {
	const { step, timeBase, claims, isVariableFrameRate: isVariable, leeway } = facts;
	const claimed = [claims.r_frame_rate, claims.avg_frame_rate]
		.map(parseRational)
		.filter((rate) => rate !== undefined);
	if (step === 0) return claimed.at(-1) ?? { num: 25, den: 1 };
	const exact = { num: timeBase.den, den: timeBase.num * step };
	if (Number.isInteger(step) && !isVariable && isUsual(reduce(exact))) return reduce(exact);
	const measured = 1000 / ticksToMs(step, timeBase);
	const isNear = (rate: Rational) => Math.abs(toNumber(rate) / measured - 1) < leeway;
	const near = isVariable ? undefined : [...claimed, ...usualRates].find(isNear);
	return near ?? reduce({ num: Math.max(1, Math.round(measured * 1000)), den: 1000 });
}

function isUsual(rate: Rational): boolean {
	return rate.den === 1 || rate.den === 1001;
}
