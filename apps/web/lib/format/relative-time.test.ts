import { expect, it } from "vitest";
import { formatExactTime, formatRelativeTime } from "./relative-time.ts";

const now = new Date("2026-11-23T12:00:00Z");

it.each([
	["2026-11-23T11:59:30Z", "just now"],
	["2026-11-23T11:56:00Z", "4 minutes ago"],
	["2026-11-23T12:05:00Z", "in 5 minutes"],
	["2026-11-23T02:30:00Z", "9 hours ago"],
	["2026-11-22T11:00:00Z", "yesterday"],
	["2026-11-16T12:00:01Z", "6 days ago"],
	["2026-11-16T12:00:00Z", "16 Nov"],
	["2025-11-03T12:00:00Z", "3 Nov 2025"],
	["2026-11-29T12:00:00Z", "in 6 days"],
	["2026-11-30T11:59:59Z", "in 7 days"],
])("%s is %s", (at, text) => {
	expect(formatRelativeTime(new Date(at), now, "UTC")).toBe(text);
});

it("names the day where the reader is", () => {
	const at = new Date("2026-10-31T23:30:00Z");
	expect(formatRelativeTime(at, now, "UTC")).toBe("31 Oct");
	expect(formatRelativeTime(at, now, "Asia/Tokyo")).toBe("1 Nov");
});

it("gives the exact moment with its zone", () => {
	expect(formatExactTime(new Date("2025-11-03T14:05:09Z"), "UTC")).toBe(
		"Mon, 3 Nov 2025, 14:05:09 UTC",
	);
});
