import { beforeEach, describe, expect, it } from "vitest";
import { createHotBlocks, type HotBlocks } from "./hot-blocks.ts";

const mebibyte = 1024 * 1024;
let nowMs: number;
let blocks: HotBlocks;
beforeEach(() => {
	nowMs = 1000;
	blocks = createHotBlocks(() => nowMs);
});

describe("hot blocks", () => {
	it("are those that were read", () => {
		expect(blocks.areHot("a", 0, 10)).toBe(false);
		blocks.note("a", 0, 10, 0);
		expect(blocks.areHot("a", 500, 10)).toBe(true);
		expect(blocks.areHot("b", 0, 10)).toBe(false);
		expect(blocks.areHot("a", mebibyte, 1)).toBe(false);
	});

	it("must all have been read for a range that lies across", () => {
		blocks.note("a", 0, mebibyte, 0);
		expect(blocks.areHot("a", mebibyte - 1, 1)).toBe(true);
		expect(blocks.areHot("a", mebibyte - 1, 2)).toBe(false);
		blocks.note("a", mebibyte, 1, 0);
		expect(blocks.areHot("a", mebibyte - 1, 2)).toBe(true);
	});

	it("cool down after a minute", () => {
		blocks.note("a", 0, 1, 0);
		nowMs += 60_000;
		expect(blocks.areHot("a", 0, 1)).toBe(true);
		nowMs += 1;
		expect(blocks.areHot("a", 0, 1)).toBe(false);
	});

	it("are not trusted for a while after one that was waited for", () => {
		blocks.note("a", 0, 1, 4);
		expect(blocks.areHot("a", 0, 1)).toBe(true);
		blocks.note("a", 0, 1, 20);
		nowMs += 1999;
		expect(blocks.areHot("a", 0, 1)).toBe(false);
		nowMs += 1;
		expect(blocks.areHot("a", 0, 1)).toBe(true);
	});

	it("stay hot while they are read", () => {
		for (let second = 0; second < 300; second += 5) {
			blocks.note("a", 0, 1, 0);
			nowMs += 5000;
		}
		expect(blocks.areHot("a", 0, 1)).toBe(true);
	});

	it("are 4096 at most: whole files are forgotten, the first ones first", () => {
		for (const file of ["a", "b", "c"]) {
			for (let block = 0; block < 1400; block++) blocks.note(file, block * mebibyte, 1, 0);
		}
		expect(blocks.areHot("a", 0, 1)).toBe(false);
		expect(blocks.areHot("b", 0, 1)).toBe(true);
		expect(blocks.areHot("c", 0, 1)).toBe(true);
	});

	it("of one endless file do not grow without end", () => {
		for (let block = 0; block < 10_000; block++) blocks.note("a", block * mebibyte, 1, 0);
		const hot = Array.from({ length: 10_000 }, (_, block) =>
			blocks.areHot("a", block * mebibyte, 1),
		);
		expect(hot.filter(Boolean).length).toBeLessThanOrEqual(4096);
	});
});
