import { describe, expect, it } from "vitest";
import { describeRow, describeTray } from "./tray-words.ts";
import type { UploadItem } from "./upload-item.ts";

const mib = 1024 ** 2;
const item = (change: Partial<UploadItem>): UploadItem => ({
	id: "1",
	organizationId: "o",
	organizationSlug: "acme",
	fileName: "a.mp4",
	sizeBytes: 100 * mib,
	state: "uploading",
	videoId: "v",
	sentBytes: 62 * mib,
	bytesPerSecond: null,
	remainingMs: null,
	trouble: null,
	...change,
});

describe("describeRow", () => {
	it("says how far, how fast and how long still", () => {
		const row = item({ bytesPerSecond: 8 * mib, remainingMs: 31_000 });
		expect(describeRow(row)).toBe("62 of 100 MiB · 8 MiB/s · 40 s left");
	});

	it("says no speed before there is one", () => {
		expect(describeRow(item({}))).toBe("62 of 100 MiB");
		expect(describeRow(item({ sentBytes: 2048 }))).toBe("2 KiB of 100 MiB");
	});

	it("says what happened, what is safe, what to do", () => {
		const trouble = { what: "It broke.", safe: "All is kept.", next: "Resume.", canResume: true };
		expect(describeRow(item({ state: "failed", trouble }))).toBe("It broke. All is kept. Resume.");
	});

	it("asks for no file that the browser can open itself", () => {
		const row = item({ state: "unfinished", sentBytes: 43 * mib, hasHandle: true });
		expect(describeRow(row)).toBe("Unfinished, 43 % sent.");
	});

	it.each([
		["queued", 0, "Waiting, 100 MiB"],
		["starting", 0, "Starting, 100 MiB"],
		["paused", 62 * mib, "Paused at 62 %, 62 of 100 MiB"],
		["offline", 62 * mib, "Offline at 62 %. It goes on by itself."],
		["unfinished", 43 * mib, "Unfinished, 43 % sent. Choose the file again to go on."],
		["unfinished", 0, "Unfinished, nothing sent yet. Choose the file again to go on."],
		["finishing", 100 * mib, "Checking that all has arrived"],
		["done", 100 * mib, "Uploaded, 100 MiB"],
		["canceled", 0, "Canceled"],
	] as const)("%s", (state, sentBytes, text) => {
		expect(describeRow(item({ state, sentBytes }))).toBe(text);
	});
});

describe("describeTray", () => {
	it("sums what is under way", () => {
		expect(describeTray([item({}), item({ state: "queued", sentBytes: 0 })])).toBe(
			"Uploading 2 files, 31 %",
		);
	});
	it("does not hide what stopped", () => {
		expect(describeTray([item({}), item({ state: "failed" })])).toBe(
			"Uploading 1 file, 62 %, 1 stopped",
		);
		expect(describeTray([item({ state: "failed" })])).toBe("1 upload stopped");
	});
	it("names what is unfinished when nothing else is there", () => {
		expect(describeTray([item({ state: "unfinished" })])).toBe("1 unfinished upload");
		expect(describeTray([item({ state: "unfinished" }), item({})])).toBe("Uploading 1 file, 62 %");
	});
	it("says when all is done or paused", () => {
		expect(describeTray([item({ state: "done" }), item({ state: "done" })])).toBe(
			"2 files uploaded",
		);
		expect(describeTray([item({ state: "paused" })])).toBe("1 upload paused");
	});
});
