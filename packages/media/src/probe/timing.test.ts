import { describe, expect, it } from "vitest";
import type { StreamPackets } from "./scan-packets.ts";
import { readVideoTiming } from "./timing.ts";

const packets = (times: number[], lastDuration = 0): StreamPackets => ({
	times,
	first: Math.min(...times),
	total: times.length,
	withoutTime: 0,
	end: Math.max(...times) + lastDuration,
	lastDuration,
});
const every = (step: number, count = 60) => Array.from({ length: count }, (_, n) => n * step);
const msClock = { num: 1, den: 1000 };

describe("readVideoTiming", () => {
	it("reads an exact constant rate, whatever the order of the packets", () => {
		const timing = readVideoTiming(
			packets([2002, 0, 1001, 3003], 1001),
			{ num: 1, den: 30_000 },
			{},
		);
		expect(timing.times).toEqual([0, 1001, 2002, 3003]);
		expect(timing.end).toBe(4004);
		expect(timing.frameRate).toEqual({ num: 30_000, den: 1001 });
		expect(timing.isVariableFrameRate).toBe(false);
	});

	it.each([
		["30/1", { num: 30, den: 1 }],
		["30000/1001", { num: 30_000, den: 1001 }],
		["24000/1001", { num: 24_000, den: 1001 }],
	])("sees %s through a clock of whole milliseconds", (r_frame_rate, rate) => {
		const times = every((1000 * rate.den) / rate.num).map(Math.round);
		const timing = readVideoTiming(packets(times), msClock, { r_frame_rate });
		expect(timing.isVariableFrameRate).toBe(false);
		expect(timing.frameRate).toEqual(rate);
	});

	it("calls one lost frame a variable rate", () => {
		const times = every(40, 100).filter((time) => time !== 2000);
		const timing = readVideoTiming(packets(times), msClock, { r_frame_rate: "25/1" });
		expect(timing.isVariableFrameRate).toBe(true);
		expect(timing.frameRate.num / timing.frameRate.den).toBeCloseTo(98 / 3.96, 2);
	});

	it("gives a last frame without a duration the mean one", () => {
		expect(readVideoTiming(packets(every(40, 3)), msClock, {}).end).toBe(120);
	});

	it("takes the claimed rate for a single frame", () => {
		const timing = readVideoTiming(packets([0]), msClock, { avg_frame_rate: "5/1" });
		expect(timing).toMatchObject({ frameRate: { num: 5, den: 1 }, end: 200 });
	});
});
