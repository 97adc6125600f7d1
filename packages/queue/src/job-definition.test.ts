import { describe, expect, it } from "vitest";
import { deadQueueName, defineJob } from "./job-definition.ts";

describe("defineJob", () => {
	it("fills in what is not said", () => {
		expect(defineJob<{ id: string }>({ name: "video.process" })).toEqual({
			name: "video.process",
			retryLimit: 3,
			retryDelayMs: 2000,
			retryBackoff: true,
			retryDelayMaxMs: 300_000,
			expireInMs: 900_000,
			heartbeatMs: 10_000,
		});
	});

	it.each([
		{ name: "" },
		{ name: "process" },
		{ name: "Video.process" },
		{ name: "video.pro'cess" },
		{ name: deadQueueName("video.process") },
		{ name: "video.process", retryLimit: -1 },
		{ name: "video.process", retryLimit: 1.5 },
		{ name: "video.process", retryDelayMs: Number.NaN },
		{ name: "video.process", expireInMs: 999 },
		{ name: "video.process", expireInMs: 86_400_001 },
		{ name: "video.process", heartbeatMs: 9999 },
	])("refuses %j", (options) => {
		expect(() => defineJob(options)).toThrow(expect.objectContaining({ code: "CONFIG_INVALID" }));
	});

	it("takes flat payloads of ids only", () => {
		// @ts-expect-error A list is no id.
		defineJob<{ ids: string[] }>({ name: "video.process" });
		// @ts-expect-error Nor is a date.
		defineJob<{ at: Date }>({ name: "video.process" });
		expect(defineJob<{ id: string; force: boolean }>({ name: "video.process" }).name).toBe(
			"video.process",
		);
	});
});
