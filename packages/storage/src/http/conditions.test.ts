import { describe, expect, it } from "vitest";
import { isNotModified, isRangeFresh } from "./conditions.ts";

const head = { etag: "abc", lastModified: new Date("2026-11-23T10:00:00.789Z") };
const sameSecond = "Mon, 23 Nov 2026 10:00:00 GMT";
const before = "Mon, 23 Nov 2026 09:59:59 GMT";
const after = "Mon, 23 Nov 2026 10:00:01 GMT";

describe("isNotModified", () => {
	it.each([
		[{ "if-none-match": '"abc"' }, true],
		[{ "if-none-match": 'W/"abc"' }, true],
		[{ "if-none-match": '"x", "abc"' }, true],
		[{ "if-none-match": "*" }, true],
		[{ "if-none-match": '"x"' }, false],
		[{ "if-none-match": "abc" }, false],
		[{ "if-modified-since": sameSecond }, true],
		[{ "if-modified-since": after }, true],
		[{ "if-modified-since": before }, false],
		[{ "if-modified-since": "yesterday" }, false],
		// The tag is the better witness.
		[{ "if-none-match": '"x"', "if-modified-since": after }, false],
		[{}, false],
	])("%o: %s", (headers, expected) => {
		expect(isNotModified(headers, head)).toBe(expected);
	});
});

describe("isRangeFresh", () => {
	it.each([
		[{}, true],
		[{ "if-range": '"abc"' }, true],
		[{ "if-range": '"x"' }, false],
		[{ "if-range": 'W/"abc"' }, false],
		[{ "if-range": sameSecond }, true],
		[{ "if-range": after }, false],
		[{ "if-range": before }, false],
		[{ "if-range": "abc" }, false],
	])("%o: %s", (headers, expected) => {
		expect(isRangeFresh(headers, head)).toBe(expected);
	});
});
