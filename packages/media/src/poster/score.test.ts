import { expect, it } from "vitest";
import { goodScore, poorScore, scoreFrame } from "./score.ts";

const width = 64;
const frame = (pixel: (x: number, y: number) => number) =>
	Uint8Array.from({ length: width * 36 }, (_, index) => pixel(index % width, (index / width) | 0));

it("calls black, white and flat frames poor", () => {
	expect(
		scoreFrame(
			frame(() => 16),
			width,
		),
	).toBeLessThan(poorScore);
	expect(
		scoreFrame(
			frame(() => 250),
			width,
		),
	).toBeLessThan(poorScore);
	expect(
		scoreFrame(
			frame((x) => 120 + (x % 3)),
			width,
		),
	).toBeLessThan(poorScore);
	expect(
		scoreFrame(
			frame((x, y) => (x === 3 && y === 3 ? 255 : 16)),
			width,
		),
	).toBeLessThan(poorScore);
	expect(scoreFrame(new Uint8Array(), width)).toBe(0);
});

it("calls an ordinary scene good, and a detailed one better than a blurred one", () => {
	const blurred = scoreFrame(
		frame((x) => 60 + x * 2),
		width,
	);
	const detailed = scoreFrame(
		frame((x, y) => (((x >> 1) + (y >> 1)) % 2 ? 180 : 60)),
		width,
	);
	expect(blurred).toBeGreaterThan(goodScore);
	expect(detailed).toBeGreaterThan(blurred);
});
