import { describe, expect, it } from "vitest";
import { planSegments, type Stretch, splitLong } from "./plan-segments.ts";
import { readSilences } from "./read-silences.ts";

const stretch = (startMs: number, endMs: number): Stretch => ({ startMs, endMs });
const target = { targetMs: 15_000 };

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
		expect(planSegments(silences, 20_000, { targetMs: 10_000 })).toEqual([
			stretch(0, 9_200),
			stretch(9_300, 13_200),
			stretch(15_800, 20_000),
		]);
	});

	it("never overlaps", () => {
		const silences = Array.from({ length: 40 }, (_, n) => stretch(n * 500 + 200, n * 500 + 350));
		const segments = planSegments(silences, 20_000, { targetMs: 400 });
		segments.slice(1).forEach((segment, index) => {
			expect(segment.startMs).toBeGreaterThanOrEqual(segments[index]?.endMs ?? Infinity);
		});
		expect(segments.length).toBeGreaterThan(30);
	});
});

it("cuts a stretch without pauses at its quietest moments", async () => {
	const asked: Array<[number, number]> = [];
	const pieces = await splitLong(stretch(1_000, 11_000), 4_000, async (from, to) => {
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

it("reads silencedetect's lines, the last one without an end", () => {
	const silences = readSilences();
	for (const line of [
		"[silencedetect @ 0x55] silence_start: -0.001",
		"[silencedetect @ 0x55] silence_end: 1.25 | silence_duration: 1.25",
		"frame=1 something else",
		"[silencedetect @ 0x55] silence_start: 3.5",
	]) {
		silences.read(line);
	}
	expect(silences.all()).toEqual([stretch(0, 1250), stretch(3500, Number.POSITIVE_INFINITY)]);
});
