import { expect, it } from "vitest";
import { type FrameTimes, toRuns } from "./frame-times.ts";
import { frameIndexAt, frameStartMs } from "./look-up.ts";

const ntsc: FrameTimes = {
	timeBase: { num: 1, den: 30_000 },
	frameCount: 1000,
	startTicks: 0,
	runs: [[1001, 1000]],
};
/** 0, 40, 80, 200, 240 … 360: one long frame in the middle. */
const variable: FrameTimes = {
	timeBase: { num: 1, den: 1000 },
	frameCount: 7,
	startTicks: 0,
	runs: [
		[40, 2],
		[120, 1],
		[40, 4],
	],
};

it("writes a constant rate as one run", () => {
	expect(toRuns([0, 40, 80, 120])).toEqual([[40, 3]]);
	expect(toRuns([5, 45, 85, 205, 245])).toEqual([
		[40, 2],
		[120, 1],
		[40, 1],
	]);
});

it("gives each frame's start", () => {
	expect(frameStartMs(ntsc, 999)).toBeCloseTo((999 * 1001) / 30, 6);
	expect([0, 1, 2, 3, 4, 7, 99, -1].map((index) => frameStartMs(variable, index))).toEqual([
		0, 40, 80, 200, 240, 360, 360, 0,
	]);
});

it("finds each frame at its start, and until its end", () => {
	for (const frames of [ntsc, variable]) {
		for (let index = 0; index < frames.frameCount; index += 1) {
			expect(frameIndexAt(frames, frameStartMs(frames, index))).toBe(index);
			expect(frameIndexAt(frames, frameStartMs(frames, index + 1) - 0.01)).toBe(index);
		}
	}
	expect(frameIndexAt(variable, -5)).toBe(0);
	expect(frameIndexAt(variable, 1e9)).toBe(6);
});

it("counts from the first frame's own time", () => {
	const late = { ...variable, startTicks: 83 };
	expect(frameStartMs(late, 1)).toBe(123);
	expect(frameIndexAt(late, 50)).toBe(0);
});
