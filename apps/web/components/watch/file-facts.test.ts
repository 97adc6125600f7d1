import type { Video } from "@nuclom/services/schemas";
import { expect, it } from "vitest";
import { fileFacts, formatFrameRate } from "./file-facts.ts";

const version = {
	fileName: "take 3.mov",
	sizeBytes: 3 * 1024 ** 3,
	videoCodec: "prores",
	frameRate: { num: 30_000, den: 1001 },
	isVariableFrameRate: false,
};
const facts = (change: object, versionChange: object = {}) =>
	Object.fromEntries(
		fileFacts({
			width: 1920,
			height: 1080,
			durationMs: 83_000,
			...change,
			version: { ...version, ...versionChange },
		} as unknown as Video).map(({ label, value }) => [label, value]),
	);

it("lists what is known", () => {
	expect(facts({})).toEqual({
		File: "take 3.mov",
		Size: "3 GiB",
		Length: "1 min 23 s",
		Picture: "1920 × 1080",
		"Frame rate": "29.97 fps",
		Codec: "prores",
	});
});

it("leaves out what is not", () => {
	const unknown = { videoCodec: null, frameRate: null, isVariableFrameRate: null };
	expect(Object.keys(facts({ width: null, height: null, durationMs: null }, unknown))).toEqual([
		"File",
		"Size",
	]);
});

it("says when the rate is only an average", () => {
	expect(facts({}, { isVariableFrameRate: true })["Frame rate"]).toBe(
		"29.97 fps on average, variable",
	);
});

it.each([
	[{ num: 24, den: 1 }, "24 fps"],
	[{ num: 24_000, den: 1001 }, "23.976 fps"],
])("%j is %s", (rate, text) => {
	expect(formatFrameRate(rate)).toBe(text);
});
