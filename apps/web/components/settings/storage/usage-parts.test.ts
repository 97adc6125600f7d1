import { describe, expect, it } from "vitest";
import { summarizeUsage } from "./usage-parts.ts";

const usage = (change: Partial<Parameters<typeof summarizeUsage>[0]> = {}) =>
	summarizeUsage({
		storedBytes: 600,
		trashBytes: 200,
		reservedBytes: 100,
		objectCount: 12,
		quotaBytes: 1000,
		maxUploadBytes: 500,
		...change,
	});

describe("summarizeUsage", () => {
	it("counts the trash once, and what is announced as taken", () => {
		expect(usage()).toEqual({
			parts: [
				{ id: "videos", bytes: 400, share: 0.4 },
				{ id: "trash", bytes: 200, share: 0.2 },
				{ id: "announced", bytes: 100, share: 0.1 },
			],
			takenBytes: 700,
			freeBytes: 300,
			level: "fine",
		});
	});

	it("fills the bar where there is no limit, and never warns", () => {
		const { parts, freeBytes, level } = usage({ quotaBytes: null });
		expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
		expect([freeBytes, level]).toEqual([null, "fine"]);
	});

	it("warns from nine tenths on, and says full when nothing is free", () => {
		expect(usage({ storedBytes: 799 }).level).toBe("fine");
		expect(usage({ storedBytes: 800 }).level).toBe("tight");
		expect(usage({ storedBytes: 900 }).level).toBe("full");
		expect(usage({ quotaBytes: 0 }).level).toBe("full");
	});

	it("stays a bar when the quota was lowered below what is there, and when there is nothing", () => {
		const over = usage({ quotaBytes: 350 });
		expect(over.freeBytes).toBe(0);
		expect(over.parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
		const nothing = { storedBytes: 0, trashBytes: 0, reservedBytes: 0, quotaBytes: null };
		expect(usage(nothing).parts.map(({ share }) => share)).toEqual([0, 0, 0]);
	});
});
