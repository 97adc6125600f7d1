import { describe, expect, it } from "vitest";
import type { Cue } from "../types.ts";
import { lengthOf } from "./split-text.ts";
import { maxCueMs, spreadCues } from "./spread-cues.ts";

const squeeze = (text: string) => text.replace(/\s+/g, "");
const words = (cues: readonly Cue[]) => squeeze(cues.map((cue) => cue.text).join(""));

/** A small generator with a seed, so that a failure can be repeated. */
function randomizer(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return state % below;
	};
}

describe("spreadCues", () => {
	it("gives each sentence its share of the time", () => {
		const cues = spreadCues(
			{ startMs: 10_000, endMs: 20_000 },
			"We ship the recorder on Friday. Dana writes the release notes today.",
		);
		expect(cues).toEqual([
			{ startMs: 10_000, endMs: 14_638, text: "We ship the recorder on Friday." },
			{ startMs: 14_638, endMs: 20_000, text: "Dana writes the release notes today." },
		]);
	});

	it("keeps a lone short word with its neighbor", () => {
		const cues = spreadCues({ startMs: 0, endMs: 5_000 }, "Yes. The build is green again today.");
		expect(cues.map((cue) => cue.text)).toEqual(["Yes. The build is green again today."]);
	});

	it("cuts a long sentence after a comma, into pieces of similar length", () => {
		const cues = spreadCues(
			{ startMs: 0, endMs: 9_000 },
			"When the upload is cut off in the middle, the browser asks which parts arrived and sends the rest.",
		);
		expect(cues.map((cue) => cue.text)).toEqual([
			"When the upload is cut off in the middle,",
			"the browser asks which parts arrived and sends the rest.",
		]);
	});

	it("never shows one cue for more than seven seconds", () => {
		const [only, ...others] = spreadCues({ startMs: 0, endMs: 60_000 }, "Hello");
		expect(others).toEqual([]);
		expect(only).toEqual({ startMs: 0, endMs: maxCueMs, text: "Hello" });
	});

	it("cuts scripts without spaces at their own words", () => {
		const text =
			"今日は新しい動画プレーヤーについて話します。字幕は読みやすい長さでなければなりません。".repeat(
				3,
			);
		const cues = spreadCues({ startMs: 0, endMs: 30_000 }, text, "ja");
		expect(cues.length).toBeGreaterThan(4);
		expect(words(cues)).toBe(text);
		expect(cues.every((cue) => !/^[。、]/.test(cue.text))).toBe(true);
	});

	it("cuts a word of 500 letters, but never inside a grapheme", () => {
		const family = "👨‍👩‍👧‍👦";
		const cues = spreadCues({ startMs: 0, endMs: 20_000 }, family.repeat(100));
		expect(words(cues)).toBe(family.repeat(100));
		expect(cues.every((cue) => cue.text.startsWith("👨") && cue.text.endsWith("👦"))).toBe(true);
	});

	it.each(["", "   ", "\u0000\u200b"])("makes no cue of %j", (text) => {
		expect(spreadCues({ startMs: 0, endMs: 1_000 }, text)).toEqual([]);
	});

	it("accepts a language that is no language tag", () => {
		expect(spreadCues({ startMs: 0, endMs: 900 }, "Hello.", "not a tag!")).toHaveLength(1);
	});

	it("keeps order, bounds and every word, whatever the text", () => {
		const random = randomizer(20_261_123);
		for (let round = 0; round < 400; round += 1) {
			const stretch = { startMs: random(100_000), endMs: 0 };
			stretch.endMs = stretch.startMs + 500 + random(60_000);
			const text = randomText(random);
			const cues = spreadCues(stretch, text);
			expect(words(cues)).toBe(squeeze(text));
			expectOrderly(cues, stretch);
		}
	});
});

function randomText(random: (below: number) => number): string {
	const word = () =>
		"abcdefghijklmnopqrstuvwxyzäß".slice(0, 1 + random(12)) + [" ", ", ", ". ", "? "][random(4)];
	return Array.from({ length: 1 + random(80) }, word)
		.join("")
		.trim();
}

function expectOrderly(cues: readonly Cue[], stretch: { startMs: number; endMs: number }): void {
	let previousEndMs = stretch.startMs;
	for (const cue of cues) {
		expect(cue.startMs).toBeGreaterThanOrEqual(previousEndMs);
		expect(cue.endMs).toBeGreaterThan(cue.startMs);
		expect(cue.endMs - cue.startMs).toBeLessThanOrEqual(maxCueMs);
		expect(lengthOf(cue.text)).toBeLessThanOrEqual(84);
		expect(Number.isInteger(cue.startMs) && Number.isInteger(cue.endMs)).toBe(true);
		previousEndMs = cue.endMs;
	}
	expect(previousEndMs).toBeLessThanOrEqual(stretch.endMs);
}
