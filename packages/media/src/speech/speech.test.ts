import { describe, expect, it } from "vitest";
import { findSilences } from "./find-silences.ts";
import { quietestMoment } from "./levels.ts";
import { planSegments, type Stretch, splitLong } from "./plan-segments.ts";

const stretch = (startMs: number, endMs: number): Stretch => ({ startMs, endMs });
const target = 15_000;

describe("planSegments", () => {
	it("gives nothing for silence", () => {
		expect(planSegments([stretch(0, Number.POSITIVE_INFINITY)], 10_000, target)).toEqual([]);
	});

	it("gives everything where nothing is silent", () => {
		expect(planSegments([], 9_000, target)).toEqual([stretch(0, 9_000)]);
	});

	it("keeps a little of the pause around, and drops clicks", () => {
		const silences = [stretch(0, 2_000), stretch(5_000, 8_000), stretch(8_050, 10_000)];
		expect(planSegments(silences, 10_000, target)).toEqual([stretch(1_800, 5_200)]);
	});

	it("joins sounds across short pauses up to the target, not across long ones", () => {
		const silences = [stretch(4_000, 4_500), stretch(9_000, 9_500), stretch(13_000, 16_000)];
		expect(planSegments(silences, 20_000, 10_000)).toEqual([
			stretch(0, 9_200),
			stretch(9_300, 13_200),
			stretch(15_800, 20_000),
		]);
	});

	it("never overlaps", () => {
		const silences = Array.from({ length: 40 }, (_, n) => stretch(n * 500 + 200, n * 500 + 350));
		const segments = planSegments(silences, 20_000, 400);
		segments.slice(1).forEach((segment, index) => {
			expect(segment.startMs).toBeGreaterThanOrEqual(segments[index]?.endMs ?? Infinity);
		});
		expect(segments.length).toBeGreaterThan(30);
	});
});

it("cuts a stretch without pauses at its quietest moments", () => {
	const asked: Array<[number, number]> = [];
	const pieces = splitLong(stretch(1_000, 11_000), 4_000, (from, to) => {
		asked.push([from, to]);
		return from + 500;
	});
	expect(asked[0]).toEqual([3_000, 5_000]);
	expect(pieces).toEqual([
		stretch(1_000, 3_500),
		stretch(3_500, 6_000),
		stretch(6_000, 8_500),
		stretch(8_500, 11_000),
	]);
});

describe("findSilences", () => {
	/** Levels for stretches of so many seconds. */
	const levels = (...parts: Array<[seconds: number, db: number]>) =>
		parts.flatMap(([seconds, db]) =>
			Array.from({ length: seconds * 50 }, (_, n) => db + (n % 3) - 1),
		);

	it("finds pauses in a clean recording and in a noisy one", () => {
		const pauses = [stretch(2_000, 3_000), stretch(6_000, 6_400)];
		const clean: Parameters<typeof levels> = [
			[2, -20],
			[1, -100],
			[3, -24],
			[0.4, -100],
			[2, -18],
		];
		const noisy: Parameters<typeof levels> = [
			[2, -15],
			[1, -34],
			[3, -18],
			[0.4, -35],
			[2, -14],
		];
		expect(findSilences(levels(...clean))).toEqual(pauses);
		expect(findSilences(levels(...noisy))).toEqual(pauses);
	});

	it("keeps a quiet speaker beside a loud one", () => {
		const silences = findSilences(levels([3, -14], [1, -60], [3, -36], [1, -60], [3, -14]));
		expect(silences).toEqual([stretch(3_000, 4_000), stretch(7_000, 8_000)]);
	});

	it("finds all of silence, and none in a tone", () => {
		expect(findSilences(levels([4, -80]))).toEqual([stretch(0, 4_000)]);
		expect(findSilences(levels([4, -20]))).toEqual([]);
		expect(findSilences([])).toEqual([]);
	});

	it("overlooks the gap of a consonant", () => {
		expect(findSilences(levels([2, -20], [0.1, -100], [2, -20]))).toEqual([]);
	});
});

it("finds the quietest moment between two times", () => {
	const levels = Array.from({ length: 200 }, (_, n) => (n >= 120 && n < 125 ? -40 : -20));
	expect(quietestMoment(levels, 0, 4_000)).toBe(2_450);
	expect(quietestMoment(levels, 0, 1_000)).toBe(50);
});
