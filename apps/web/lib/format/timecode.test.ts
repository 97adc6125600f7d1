import { describe, expect, it } from "vitest";
import {
	formatDuration,
	formatFrameTimecode,
	formatTimecode,
	formatTimeParameter,
	parseTimeParameter,
} from "./timecode.ts";

const second = 1000;
const hour = 3600 * second;

describe("formatTimecode", () => {
	it.each([
		[0, "0:00"],
		[999, "0:00"],
		[83_999, "1:23"],
		[59 * 60 * second + 59 * second, "59:59"],
		[hour, "1:00:00"],
		[27 * hour + 3 * second, "27:00:03"],
		[-5, "0:00"],
	])("%d ms is %s", (ms, text) => {
		expect(formatTimecode(ms)).toBe(text);
	});
});

describe("formatFrameTimecode", () => {
	it("counts frames within the second", () => {
		expect(formatFrameTimecode(0, { numerator: 25, denominator: 1 })).toBe("0:00:00:00");
		expect(formatFrameTimecode(1960, { numerator: 25, denominator: 1 })).toBe("0:00:01:24");
	});

	it("does not lose a frame to rounded milliseconds", () => {
		const rate = { numerator: 30_000, denominator: 1001 };
		const frames = Array.from({ length: 29 }, (_, frame) =>
			formatFrameTimecode(Math.round((frame * 1_001_000) / 30_000), rate).slice(-2),
		);
		expect(frames).toEqual(frames.map((_, frame) => String(frame).padStart(2, "0")));
	});
});

describe("the ?t= parameter", () => {
	it.each([
		[0, "0s"],
		[83_000, "1m23s"],
		[60_000, "1m"],
		[3_600_000, "1h"],
		[3_723_500, "1h2m3.5s"],
		[41, "0.041s"],
	])("%d ms is %s, there and back", (ms, text) => {
		expect(formatTimeParameter(ms)).toBe(text);
		expect(parseTimeParameter(text)).toBe(ms);
	});

	it.each([
		["83", 83_000],
		["1:23", 83_000],
		["1:02:03", 3_723_000],
	])("also reads %s", (text, ms) => {
		expect(parseTimeParameter(text)).toBe(ms);
	});

	it.each([null, undefined, "", "later", "1:99", "-3", "1m23x", "9".repeat(40)])(
		"refuses %s",
		(text) => {
			expect(parseTimeParameter(text)).toBeUndefined();
		},
	);
});

describe("formatDuration", () => {
	it.each([
		[45_000, "45 s"],
		[125_000, "2 min 5 s"],
		[120_000, "2 min"],
		[hour + 4 * 60 * second, "1 h 4 min"],
		[2 * hour, "2 h"],
		[59_700, "1 min"],
	])("%d ms is %s", (ms, text) => {
		expect(formatDuration(ms)).toBe(text);
	});
});
