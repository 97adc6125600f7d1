import { expect, it } from "vitest";
import { describeEnd } from "./trash-words.ts";

const dayMs = 86_400_000;
const now = new Date("2026-11-23T12:00:00Z");
const inDays = (days: number) => describeEnd(new Date(now.getTime() + days * dayMs), now);

it("counts the days that are left, and a day begun is one", () => {
	expect(inDays(30).text).toBe("Deleted for ever in 30 days");
	expect(inDays(29.99).text).toBe("Deleted for ever in 30 days");
	expect(inDays(1.5).text).toBe("Deleted for ever in 2 days");
	expect(inDays(0.2).text).toBe("Deleted for ever in 1 day");
});

it("says that the hourly clean-up is due when the time is over", () => {
	expect(inDays(0).text).toBe("Deleted for ever within the hour");
	expect(inDays(-2).text).toBe("Deleted for ever within the hour");
});

it("warns in the last three days", () => {
	expect([30, 3.1, 3, 0].map((days) => inDays(days).isSoon)).toEqual([false, false, true, true]);
});
