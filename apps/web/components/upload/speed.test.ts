import { describe, expect, it } from "vitest";
import { createSpeedMeter, describeRemaining, remainingMs } from "./speed.ts";

describe("createSpeedMeter", () => {
	it("says nothing before there is a second to look at", () => {
		const meter = createSpeedMeter();
		expect(meter.bytesPerSecond()).toBeNull();
		meter.record(0, 0);
		meter.record(500, 900);
		expect(meter.bytesPerSecond()).toBeNull();
	});

	it("averages over its window and forgets what is older", () => {
		const meter = createSpeedMeter();
		for (let second = 0; second <= 10; second += 1) meter.record(second * 100, second * 1000);
		expect(meter.bytesPerSecond()).toBe(100);
		for (let second = 11; second <= 20; second += 1) {
			meter.record(1000 + (second - 10) * 300, second * 1000);
		}
		expect(meter.bytesPerSecond()).toBe(300);
	});

	it("is never negative when a part is sent again", () => {
		const meter = createSpeedMeter();
		meter.record(1000, 0);
		meter.record(400, 2000);
		expect(meter.bytesPerSecond()).toBe(0);
	});

	it("starts afresh", () => {
		const meter = createSpeedMeter();
		meter.record(0, 0);
		meter.record(100, 5000);
		meter.reset();
		expect(meter.bytesPerSecond()).toBeNull();
	});
});

describe("remainingMs", () => {
	it.each([
		[1000, 100, 10_000],
		[0, null, 0],
		[1000, null, null],
		[1000, 0, null],
	])("%d bytes at %s bytes/s are %s ms", (left, speed, ms) => {
		expect(remainingMs(left, speed)).toBe(ms);
	});
});

it.each([
	[2_000, "seconds left"],
	[31_000, "40 s left"],
	[58_000, "1 min left"],
	[200_000, "3 min left"],
	[3_600_000, "1 h left"],
	[5_000_000, "1 h 23 min left"],
])("%d ms is %s", (ms, text) => {
	expect(describeRemaining(ms)).toBe(text);
});
