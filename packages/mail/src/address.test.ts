import { AppError } from "@nuclom/core";
import { describe, expect, it } from "vitest";
import { isAddress, oneLine, parseAddress } from "./address.ts";

describe("parseAddress", () => {
	it.each([
		["ann@example.com", { address: "ann@example.com" }],
		["Ann Example <ann@example.com>", { name: "Ann Example", address: "ann@example.com" }],
		['"Example, Ann" <ann@example.com>', { name: "Example, Ann", address: "ann@example.com" }],
		["jörg+tag@bücher.example", { address: "jörg+tag@bücher.example" }],
		[
			{ name: "Ann", address: "a@localhost" },
			{ name: "Ann", address: "a@localhost" },
		],
		[{ name: " ", address: "a@b" }, { address: "a@b" }],
	])("reads %j", (input, expected) => {
		expect(parseAddress(input)).toEqual(expected);
	});

	it.each([
		"",
		"ann",
		"ann@",
		"@example.com",
		"ann@example.com, bob@example.com",
		"ann@example.com bob@example.com",
		"ann@example.com\r\nBcc: bob@example.com",
		"Ann\r\nBcc: bob@example.com <ann@example.com>",
		"Ann <ann@example.com> <bob@example.com>",
		"ann\u0000@example.com",
		`${"a".repeat(65)}@example.com`,
		`a@${"b".repeat(255)}`,
		{ name: "Ann\nBcc: bob@example.com", address: "ann@example.com" },
		{ name: "Ann", address: "ann@example.com>\r\nRCPT TO:<bob@example.com" },
	])("refuses %j", (input) => {
		expect(() => parseAddress(input)).toThrow(AppError);
		if (typeof input === "string") expect(isAddress(input)).toBe(false);
	});
});

describe("oneLine", () => {
	it("lets names pass and refuses what could end a header", () => {
		expect(oneLine("Ann & Söhne \u{1f3ac}")).toBe("Ann & Söhne \u{1f3ac}");
		for (const text of ["a\rb", "a\nb", "a\u0000b", "a\u0085b"]) {
			expect(() => oneLine(text)).toThrow(AppError);
		}
	});
});
