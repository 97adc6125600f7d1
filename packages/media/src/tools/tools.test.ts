import { describe, expect, it } from "vitest";
import { installLine } from "./missing-tool.ts";
import { readProgress } from "./progress.ts";
import { lineReader, tail } from "./read-lines.ts";
import { toolError } from "./tool-error.ts";

const run = { tool: "ffmpeg", task: "Encoding", args: [], timeoutMs: 1000 } as const;
const outcome = (facts: Partial<Parameters<typeof toolError>[0]>) =>
	toolError({
		failed: true,
		timedOut: false,
		exitCode: 1,
		stderr: "",
		run,
		timeoutMs: 1000,
		...facts,
	});

describe("toolError", () => {
	it.each([
		["DISK_FULL", { stderr: "av_interleaved_write_frame(): No space left on device" }],
		[
			"DISK_FULL",
			{ failed: false, exitCode: 0, stderr: "Error closing file: No space left on device" },
		],
		["MEDIA_TIMEOUT", { timedOut: true, signal: "SIGKILL" }],
		["MEDIA_TIMEOUT", { signal: "SIGXCPU" }],
		["MEDIA_TOOLS_MISSING", { code: "ENOENT", exitCode: undefined }],
		["MEDIA_TOOLS_MISSING", { exitCode: 127 }],
		["MEDIA_TOOLS_MISSING", { stderr: "Unknown encoder 'libx264'" }],
		["MEDIA_LIMIT_EXCEEDED", { signal: "SIGXFSZ" }],
		["MEDIA_LIMIT_EXCEEDED", { stderr: "Cannot allocate memory" }],
		["MEDIA_FAILED", { signal: "SIGSEGV" }],
		["MEDIA_FAILED", {}],
	])("answers %s for %o", (code, facts) => {
		expect(outcome(facts)?.code).toBe(code);
	});

	it("retries what the machine did, not what the file did", () => {
		expect(outcome({ signal: "SIGKILL" })?.isRetryable).toBe(true);
		expect(outcome({ signal: "SIGSEGV" })?.isRetryable).toBe(false);
		expect(outcome({})?.isRetryable).toBe(false);
	});

	it("finds nothing wrong with a good run", () => {
		expect(outcome({ failed: false, exitCode: 0 })).toBeUndefined();
	});

	it("keeps ffmpeg's words for the log, away from the message", () => {
		const error = outcome({ stderr: "/srv/scratch/x: Invalid data" });
		expect(error?.message).not.toContain("/srv");
		expect(String(error?.cause)).toContain("/srv/scratch/x: Invalid data");
	});
});

it("cuts chunks into lines, whole characters, and long ones into pieces", () => {
	const lines: string[] = [];
	const reader = lineReader((line) => lines.push(line));
	const bytes = Buffer.from("one\r\ntwö\n\nthree");
	reader.write(bytes.subarray(0, 7));
	reader.write(bytes.subarray(7));
	reader.end();
	expect(lines).toEqual(["one", "twö", "three"]);
	reader.write(Buffer.alloc(70_000, "x"));
	expect(lines.at(-1)).toHaveLength(70_000);
});

it("keeps only the last lines", () => {
	const last = tail(2);
	for (const line of ["a", "b", "c".repeat(900)]) last.add(line);
	expect(last.text()).toBe(`b\n${"c".repeat(500)}`);
});

it("reports progress rising and never above 1", () => {
	const ratios: number[] = [];
	const read = readProgress(2000, (ratio) => ratios.push(ratio));
	for (const microseconds of ["N/A", "0", "500000", "400000", "1000000", "9000000"]) {
		read(`out_time_us=${microseconds}`);
		read("frame=3");
	}
	expect(ratios).toEqual([0.25, 0.5, 1]);
});

it.each(["linux", "darwin", "win32", "sunos"])("names a way to install on %s", (platform) => {
	expect(installLine(platform)).toMatch(/ffmpeg/i);
});
