import { describe, expect, it } from "vitest";
import { changeQuery, momentLink, readAddress } from "./address.ts";

const page = "https://nuclom.test/acme/videos/0198";

describe("readAddress", () => {
	it("reads tab, time and comment", () => {
		expect(readAddress({ tab: "transcript", t: "1m23s", comment: "c1" })).toEqual({
			tab: "transcript",
			startMs: 83_000,
			commentId: "c1",
		});
	});

	it("falls back where the address says nothing or nonsense", () => {
		const plain = { tab: "comments", startMs: undefined, commentId: undefined };
		expect(readAddress({})).toEqual(plain);
		expect(readAddress({ tab: "x", t: "soon", comment: "" })).toEqual(plain);
	});

	it("takes the first of several", () => {
		expect(readAddress({ t: ["5s", "9s"] }).startMs).toBe(5000);
	});
});

describe("changeQuery", () => {
	it("changes one parameter and keeps the others", () => {
		expect(changeQuery(`${page}?t=5s`, { tab: "details" })).toBe(`${page}?t=5s&tab=details`);
		expect(changeQuery(`${page}?t=5s&tab=details`, { tab: null })).toBe(`${page}?t=5s`);
	});
});

describe("momentLink", () => {
	it("points at a moment and nothing else", () => {
		expect(momentLink(`${page}?tab=details&t=1s#x`, 83_500)).toBe(`${page}?t=1m23.5s`);
		expect(momentLink(page, 0)).toBe(`${page}?t=0s`);
	});
	it("names the comment when there is one", () => {
		expect(momentLink(page, 1000, "c1")).toBe(`${page}?t=1s&comment=c1`);
	});
});
