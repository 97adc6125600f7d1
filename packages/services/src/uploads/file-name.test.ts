import { describe, expect, it } from "vitest";
import { cleanFileName, titleFromFileName } from "./file-name.ts";

describe("cleanFileName", () => {
	it.each([
		["clip.mp4", "clip.mp4"],
		["../../etc/passwd", "passwd"],
		["C:\\Users\\ada\\clip.mov", "clip.mov"],
		["a\u0000b\u0007.mp4", "ab.mp4"],
		["🎬 launch 🚀.webm", "🎬 launch 🚀.webm"],
		["gpj\u202e4pm.mp4", "gpj4pm.mp4"],
		["..", "video"],
		["", "video"],
		["   ", "video"],
		["cafe\u0301.mp4", "caf\u00e9.mp4"],
	])("%j → %j", (given, name) => {
		expect(cleanFileName(given)).toBe(name);
	});

	it("keeps the extension of a name of 300 characters", () => {
		const name = cleanFileName(`${"é".repeat(300)}.mp4`);
		expect([...name].length).toBe(200);
		expect(name.endsWith("é.mp4")).toBe(true);
	});

	it("never cuts an emoji in two", () => {
		expect(cleanFileName("🎬".repeat(300))).toBe("🎬".repeat(200));
	});
});

describe("titleFromFileName", () => {
	it.each([
		["Q3 review.final.mp4", "Q3 review.final"],
		["video", "video"],
		[".mp4", ".mp4"],
	])("%j → %j", (fileName, title) => {
		expect(titleFromFileName(fileName)).toBe(title);
	});
});
