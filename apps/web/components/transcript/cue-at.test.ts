import { describe, expect, it } from "vitest";
import { cueAt } from "./cue-at.ts";

const cues = [
	{ startMs: 1000, endMs: 3000 },
	{ startMs: 3000, endMs: 5000 },
	{ startMs: 20_000, endMs: 22_000 },
];

describe("cueAt", () => {
	it.each([
		[0, -1],
		[1000, 0],
		[2999, 0],
		[3000, 1],
		[6499, 1],
		[6500, -1],
		[20_500, 2],
		[99_000, -1],
	])("at %d ms it is %d", (ms, index) => {
		expect(cueAt(cues, ms)).toBe(index);
	});

	it("finds nothing in nothing", () => {
		expect(cueAt([], 1000)).toBe(-1);
	});

	it("agrees with a plain search in a long transcript", () => {
		const long = Array.from({ length: 1000 }, (_, index) => ({
			startMs: index * 100,
			endMs: index * 100 + 100,
		}));
		for (let ms = 0; ms < 100_000; ms += 777) expect(cueAt(long, ms)).toBe(Math.floor(ms / 100));
	});
});
