import { describe, expect, it } from "vitest";
import { parseRange } from "./range-header.ts";

describe("parseRange", () => {
	it.each([
		["bytes=0-0", { start: 0, end: 0 }],
		["bytes=2-4", { start: 2, end: 4 }],
		["bytes=2-", { start: 2, end: 9 }],
		["bytes=0-", { start: 0, end: 9 }],
		["bytes=8-1000", { start: 8, end: 9 }],
		["bytes=-3", { start: 7, end: 9 }],
		["bytes=-1000", { start: 0, end: 9 }],
		[" bytes=1-2 ", { start: 1, end: 2 }],
	])("reads %j of ten bytes", (header, range) => {
		expect(parseRange(header, 10)).toEqual(range);
	});

	it.each([
		undefined,
		"",
		"bytes",
		"bytes=",
		"bytes=-",
		"bytes=4-2",
		"bytes=0-1,3-4",
		"bytes=0-1, 3-4",
		"bytes=a-b",
		"bytes=1.5-2",
		"bytes=--1",
		"bytes=0x1-2",
		"items=0-1",
		"bytes=1 - 2",
	])("ignores %j", (header) => {
		expect(parseRange(header, 10)).toBeUndefined();
	});

	it.each(["bytes=10-", "bytes=10-20", "bytes=-0", "bytes=9999999999999999-"])(
		"refuses %j: there are no such bytes",
		(header) => {
			expect(() => parseRange(header, 10)).toThrow(
				expect.objectContaining({ code: "STORAGE_RANGE_INVALID", data: { sizeBytes: 10 } }),
			);
		},
	);

	it.each(["bytes=0-", "bytes=-1"])("finds nothing for %j in an empty object", (header) => {
		expect(() => parseRange(header, 0)).toThrow(
			expect.objectContaining({ code: "STORAGE_RANGE_INVALID" }),
		);
	});
});
