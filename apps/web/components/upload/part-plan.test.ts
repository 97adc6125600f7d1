import { expect, it } from "vitest";
import { planRanges } from "./part-plan.ts";

it("cuts a file into equal parts with the rest at the end", () => {
	expect(planRanges(25, 10)).toEqual([
		{ partNumber: 1, startByte: 0, endByte: 10 },
		{ partNumber: 2, startByte: 10, endByte: 20 },
		{ partNumber: 3, startByte: 20, endByte: 25 },
	]);
});

it("makes no empty last part of an exact multiple", () => {
	expect(planRanges(20, 10)).toHaveLength(2);
	expect(planRanges(20, 10).at(-1)?.endByte).toBe(20);
});

it("has one part for a small file", () => {
	expect(planRanges(1, 10)).toEqual([{ partNumber: 1, startByte: 0, endByte: 1 }]);
});
