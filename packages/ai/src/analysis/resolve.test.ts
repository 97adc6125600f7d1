import { describe, expect, it } from "vitest";
import type { Cue } from "../types.ts";
import { keepCited, resolve } from "./resolve.ts";
import type { Notes } from "./schema.ts";

const cues: Cue[] = Array.from({ length: 10 }, (_, index) => ({
	startMs: 2_000 + index * 5_000,
	endMs: 6_000 + index * 5_000,
	text: `cue ${index}`,
}));
const shown = new Set(cues.keys());
const empty: Notes = { summary: "", chapters: [], actionItems: [] };
const chapter = (cue: number, title: string) => ({ cue, title, summary: null });
const item = (cue: number, text: string, assignee: string | null = null) => ({
	cue,
	text,
	assignee,
});

const analyzed = (notes: Partial<Notes>, durationMs = 60_000) =>
	resolve(keepCited({ ...empty, ...notes }, shown), cues, durationMs);

describe("chapters", () => {
	it("are sorted, the first begins at 0, and the others at their cue", () => {
		const { chapters } = analyzed({
			chapters: [chapter(7, "Release"), chapter(1, "Welcome"), chapter(4, "Design")],
		});
		expect(chapters).toEqual([
			{ startMs: 0, title: "Welcome" },
			{ startMs: 22_000, title: "Design" },
			{ startMs: 37_000, title: "Release" },
		]);
	});

	it.each([-1, 10, 2.5, 1e9, Number.NaN])(
		"that cite cue %d, which does not exist, are dropped",
		(cue) => {
			const { chapters } = analyzed({ chapters: [chapter(0, "Real"), chapter(cue, "Made up")] });
			expect(chapters.map(({ title }) => title)).toEqual(["Real"]);
		},
	);

	it("that cite the same cue, or repeat the title before them, are dropped", () => {
		const { chapters } = analyzed({
			chapters: [chapter(3, "A"), chapter(3, "B"), chapter(5, "a."), chapter(6, "C")],
		});
		expect(chapters.map(({ title }) => title)).toEqual(["A", "C"]);
	});

	it("stay inside the video", () => {
		const { chapters } = analyzed({ chapters: [chapter(0, "A"), chapter(9, "B")] }, 40_000);
		expect(chapters.at(-1)?.startMs).toBe(40_000);
	});

	it("keep a summary only when there is one", () => {
		const { chapters } = analyzed({
			chapters: [
				{ cue: 0, title: "A", summary: " " },
				{ cue: 2, title: "B", summary: "**Why** B." },
			],
		});
		expect(chapters).toEqual([
			{ startMs: 0, title: "A" },
			{ startMs: 12_000, title: "B", summary: "Why B." },
		]);
	});
});

describe("action items", () => {
	it("carry the time of their cue and are listed once", () => {
		const { actionItems } = analyzed({
			actionItems: [
				item(8, "Call Sam", "Ana"),
				item(2, "Ship it!"),
				item(5, "ship it"),
				item(99, "No"),
			],
		});
		expect(actionItems).toEqual([
			{ startMs: 12_000, text: "Ship it!", assignee: null },
			{ startMs: 42_000, text: "Call Sam", assignee: "Ana" },
		]);
	});

	it.each(["", " ", "null", "None", "N/A", "unassigned", "nobody named"])(
		"have no assignee %j",
		(name) => {
			expect(
				analyzed({ actionItems: [item(0, "Do it", name)] }).actionItems[0]?.assignee,
			).toBeNull();
		},
	);
});

describe("texts", () => {
	it("lose marks, tags, link addresses and hidden characters", () => {
		const { summary } = analyzed({
			summary:
				"# Notes\n\n**Bold** and `code`, <b onclick='x()'>tag</b>, [here](https://evil.test/?q=1)\u202e\u0000.",
		});
		expect(summary).toBe("Notes Bold and code, tag, here.");
	});

	it("keep what only looks like a tag", () => {
		expect(analyzed({ summary: "If 3 < 5 and 7 > 6, a_b stays." }).summary).toBe(
			"If 3 < 5 and 7 > 6, a_b stays.",
		);
	});

	it("are bounded in length and number", () => {
		const { summary, actionItems } = analyzed({
			summary: "🎬".repeat(5_000),
			actionItems: Array.from({ length: 400 }, (_, index) => item(1, `task ${index}`)),
		});
		expect([...summary]).toHaveLength(2_000);
		expect(summary.endsWith("🎬…")).toBe(true);
		expect(actionItems).toHaveLength(100);
	});
});
