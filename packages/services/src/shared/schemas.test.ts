import { describe, expect, it } from "vitest";
import { lineSchema, textSchema } from "./schemas.ts";

describe("text that people type", () => {
	it("keeps emoji, every script and line breaks where they belong", () => {
		expect(lineSchema(80).parse("  Überblick 🎬 日本 ")).toBe("Überblick 🎬 日本");
		expect(textSchema(80).parse("one\n\ttwo")).toBe("one\n\ttwo");
	});

	it.each(["", "   ", "a\u0000b", "a\u0007b", "x".repeat(81)])("refuses %j", (text) => {
		expect(lineSchema(80).safeParse(text).success).toBe(false);
		expect(textSchema(80).safeParse(text).success).toBe(false);
	});

	it("refuses a line break in a line only", () => {
		expect(lineSchema(80).safeParse("a\nb").success).toBe(false);
	});
});
