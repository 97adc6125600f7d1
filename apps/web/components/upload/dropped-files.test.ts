import { describe, expect, it } from "vitest";
import { bringsFiles, takeFiles } from "./dropped-files.ts";

const item = (name: string, isDirectory = false) => ({
	kind: "file",
	getAsFile: () => new File(["x"], name),
	webkitGetAsEntry: () => ({ isDirectory }),
});
const transfer = (items: object[], files: File[] = []) =>
	({ items, files, types: ["Files"] }) as unknown as DataTransfer;

describe("takeFiles", () => {
	it("takes files and leaves folders, but says so", () => {
		const { files, hasFolder } = takeFiles(transfer([item("a.mp4"), item("footage", true)]));
		expect(files.map(({ name }) => name)).toEqual(["a.mp4"]);
		expect(hasFolder).toBe(true);
	});

	it("ignores text that is dragged along", () => {
		const { files } = takeFiles(transfer([{ kind: "string" }, item("a.mp4")]));
		expect(files).toHaveLength(1);
	});

	it("falls back to the plain list", () => {
		expect(takeFiles(transfer([], [new File(["x"], "b.mp4")])).files).toHaveLength(1);
	});
});

it("knows a drag of files from one of text", () => {
	expect(bringsFiles({ types: ["Files"] } as unknown as DataTransfer)).toBe(true);
	expect(bringsFiles({ types: ["text/plain"] } as unknown as DataTransfer)).toBe(false);
	expect(bringsFiles(null)).toBe(false);
});
