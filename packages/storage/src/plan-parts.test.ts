import { describe, expect, it } from "vitest";
import {
	largestObjectBytes,
	largestPartBytes,
	largestPartNumber,
	planParts,
	smallestPartBytes,
} from "./plan-parts.ts";

const mebibyte = 1024 ** 2;

/** Numbers that are the same in every run, from 0 up to 1. */
function* randoms(count: number): Generator<number> {
	let state = 20_261_123;
	for (let index = 0; index < count; index++) {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		yield state / 2 ** 32;
	}
}

/** Sizes around every place where the plan changes, and thousands between, on a logarithmic scale. */
function sizes(): number[] {
	const edges = [0, 1, 5 * mebibyte, 16 * mebibyte, 160_000 * mebibyte, largestObjectBytes];
	const near = edges.flatMap((edge) => [-1, 0, 1].map((by) => edge + by));
	const steps = Array.from({ length: 600 }, (_, index) => (index + 1) * mebibyte * 10_000);
	const anywhere = [...randoms(5000)].map((random) => Math.floor(largestObjectBytes ** random));
	return [...near, ...steps.flatMap((step) => [step, step + 1]), ...anywhere].filter(
		(size) => size >= 0 && size <= largestObjectBytes,
	);
}

describe("planParts", () => {
	it("keeps every rule of S3 and R2 for sizes up to 5 TiB", () => {
		for (const size of sizes()) {
			const { partSizeBytes, partCount } = planParts(size);
			const last = size - partSizeBytes * (partCount - 1);
			const isFine =
				partSizeBytes >= smallestPartBytes &&
				partSizeBytes <= largestPartBytes &&
				partSizeBytes % mebibyte === 0 &&
				partCount >= 1 &&
				partCount <= largestPartNumber &&
				last <= partSizeBytes &&
				(last > 0 || size === 0);
			expect(isFine, `${size} bytes: ${partCount} × ${partSizeBytes}, the last ${last}`).toBe(true);
		}
	});

	it.each([
		[0, 16, 1],
		[1, 16, 1],
		[16 * mebibyte, 16, 1],
		[16 * mebibyte + 1, 16, 2],
		[1024 * mebibyte, 16, 64],
		[160_000 * mebibyte, 16, 10_000],
		[160_000 * mebibyte + 1, 17, 9412],
		[largestObjectBytes, 525, 9987],
	])("cuts %d bytes into parts of %d MiB, %d of them", (size, partMebibytes, partCount) => {
		expect(planParts(size)).toEqual({ partSizeBytes: partMebibytes * mebibyte, partCount });
	});

	it("refuses what no store takes", () => {
		expect(() => planParts(largestObjectBytes + 1)).toThrow(
			expect.objectContaining({ code: "UPLOAD_TOO_LARGE" }),
		);
		for (const size of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
			expect(() => planParts(size)).toThrow(expect.objectContaining({ code: "INPUT_INVALID" }));
		}
	});
});
