import { describe, expect, it } from "vitest";
import { exampleProbe, exampleVideo } from "../../test/example-probe.ts";
import type { MediaProbe, MediaVideo } from "../media-probe.ts";
import { encodeAll } from "./recipe.ts";
import { findLoss } from "./verify.ts";

const result = (durationMs: number, frameCount: number, video: Partial<MediaVideo> = {}) =>
	({
		...exampleProbe,
		durationMs,
		video: { ...exampleVideo, ...video, frameCount },
	}) satisfies MediaProbe;

const copy = { encodesVideo: false, encodesAudio: false };

describe("findLoss", () => {
	it("accepts a whole copy and the rounding of sound", () => {
		expect(findLoss(exampleProbe, result(10_000, 300), copy)).toBeUndefined();
		expect(findLoss(exampleProbe, result(10_040, 300), copy)).toBeUndefined();
		expect(findLoss(exampleProbe, result(9_850, 298), encodeAll)).toBeUndefined();
	});

	it("refuses a result that ends early", () => {
		expect(findLoss(exampleProbe, result(3_000, 300), encodeAll)).toBe(
			"Only 3.0 s of 10.0 s came through.",
		);
	});

	it("refuses a single lost frame in a copy, and a share of them in an encoding", () => {
		expect(findLoss(exampleProbe, result(10_000, 299), copy)).toBe(
			"Only 299 of 300 frames came through.",
		);
		expect(findLoss(exampleProbe, result(10_000, 290), encodeAll)).toContain("290 of 300");
	});

	it("knows that packets of VP8 and of interlaced video are not all frames", () => {
		const vp8 = result(10_000, 300, { codec: "vp8" });
		expect(findLoss(vp8, result(10_000, 260), encodeAll)).toBeUndefined();
		const fields = result(10_000, 600, { interlaced: true });
		expect(findLoss(fields, result(10_000, 300), encodeAll)).toBeUndefined();
		expect(findLoss(fields, result(10_000, 200), encodeAll)).toBeDefined();
	});
});
