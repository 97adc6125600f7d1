import { describe, expect, it } from "vitest";
import { layoutChapters, layoutMarkers, msAt } from "./timeline-layout.ts";

const point = (id: string, startMs: number) => ({ id, startMs, endMs: null, authorId: "a" });

describe("layoutChapters", () => {
	it("ends each chapter where the next begins, and the last with the video", () => {
		const chapters = [
			{ startMs: 60_000, title: "Two" },
			{ startMs: 0, title: "One" },
		];
		expect(layoutChapters(chapters, 100_000)).toEqual([
			{ startMs: 0, endMs: 60_000, title: "One" },
			{ startMs: 60_000, endMs: 100_000, title: "Two" },
		]);
	});

	it("drops what begins after the end", () => {
		expect(layoutChapters([{ startMs: 100_000, title: "Late" }], 100_000)).toEqual([]);
	});
});

describe("layoutMarkers", () => {
	it("lets points that would cover each other share a mark", () => {
		const markers = layoutMarkers([point("c", 500), point("a", 0), point("b", 10)], 1000, 0.02);
		expect(markers.map((marker) => marker.threads.map(({ id }) => id))).toEqual([
			["a", "b"],
			["c"],
		]);
	});

	it("measures from the first of a group, so that a long row does not become one mark", () => {
		const row = Array.from({ length: 10 }, (_, index) => point(String(index), index * 15));
		expect(layoutMarkers(row, 1000, 0.02)).toHaveLength(5);
	});

	it("keeps ranges as bars of their own", () => {
		const range = { id: "r", startMs: 5, endMs: 255, authorId: "a" };
		const markers = layoutMarkers([point("a", 0), range, point("b", 10)], 1000, 0.02);
		expect(markers).toMatchObject([
			{ at: 0, width: null, threads: [{ id: "a" }, { id: "b" }] },
			{ at: 0.005, width: 0.25, threads: [{ id: "r" }] },
		]);
	});

	it("keeps a comment beyond the end on the strip", () => {
		expect(layoutMarkers([point("a", 5000)], 1000, 0.02)[0]?.at).toBe(1);
	});

	it("has no place while the length is not known", () => {
		expect(layoutMarkers([point("a", 0)], 0, 0.02)).toEqual([]);
	});
});

it.each([
	[100, 0],
	[150, 5000],
	[400, 10_000],
	[0, 0],
])("a pointer at %d is at %d ms", (x, ms) => {
	expect(msAt(x, { left: 100, width: 100 }, 10_000)).toBe(ms);
});
