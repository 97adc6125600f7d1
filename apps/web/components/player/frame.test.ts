import { describe, expect, it } from "vitest";
import {
	constantRate,
	frameAt,
	frameInSecond,
	frameMiddleSeconds,
	momentAt,
	secondsOf,
} from "./frame.ts";

const ntsc = { num: 30_000, den: 1001 };
const film = { num: 24, den: 1 };

describe.each([ntsc, film, { num: 60_000, den: 1001 }, { num: 25, den: 1 }])(
	"$num/$den",
	(rate) => {
		it("finds the frame that it seeks to, for four hours", () => {
			const last = Math.floor((4 * 3600 * rate.num) / rate.den);
			for (let index = 0; index < last; index += 997) {
				expect(frameAt(frameMiddleSeconds(index, rate), rate)).toBe(index);
			}
		});

		it("comes back to the frame of a stored moment", () => {
			for (const index of [0, 1, 2, 29, 30, 1000, 107_891]) {
				const moment = momentAt(frameMiddleSeconds(index, rate), rate);
				expect(moment.frameIndex).toBe(index);
				expect(secondsOf(moment, rate)).toBe(frameMiddleSeconds(index, rate));
				// A link carries milliseconds only.
				expect(frameAt(secondsOf({ startMs: moment.startMs }, rate), rate)).toBe(index);
			}
		});
	},
);

it("counts a frame from its very start", () => {
	expect(frameAt(1001 / 30_000, ntsc)).toBe(1);
	expect(frameAt(1 / 24, film)).toBe(1);
	expect(frameAt(0.0416, film)).toBe(1);
	expect(frameAt(0.041, film)).toBe(0);
});

it.each([
	[0, 0],
	[0.99, 23],
	[1, 0],
	[1 + 1 / 24, 1],
	[10.5, 12],
])("%d s is frame %d of its second", (seconds, frame) => {
	expect(frameInSecond(seconds, film)).toBe(frame);
});

it("numbers the frames of a second from 0 at a fractional rate, too", () => {
	for (let index = 0; index < 5000; index += 1) {
		const seconds = frameMiddleSeconds(index, ntsc);
		expect(frameInSecond(seconds, ntsc)).toBeGreaterThanOrEqual(0);
		expect(frameInSecond(seconds, ntsc)).toBeLessThan(30);
	}
});

it("keeps to milliseconds where the rate varies", () => {
	expect(momentAt(1.2344, null)).toEqual({ startMs: 1234 });
	expect(secondsOf({ startMs: 1234, frameIndex: 7 }, null)).toBe(1.234);
});

it.each([
	[{ frameRate: film, isVariableFrameRate: false }, film],
	[{ frameRate: film, isVariableFrameRate: true }, null],
	[{ frameRate: film, isVariableFrameRate: null }, null],
	[{ frameRate: null, isVariableFrameRate: false }, null],
	[{ frameRate: { num: 0, den: 0 }, isVariableFrameRate: false }, null],
])("trusts the rate of %j only when it is constant", (version, rate) => {
	expect(constantRate(version)).toEqual(rate);
});
