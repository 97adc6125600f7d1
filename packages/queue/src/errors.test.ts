import { AppError } from "@nuclom/core";
import { describe, expect, it } from "vitest";
import { describeFailure, readFailure, unavailable } from "./errors.ts";

describe("failures", () => {
	it("keep the code and the words of an AppError, and nothing of a defect", () => {
		const failure = describeFailure(new AppError("MEDIA_TRUNCATED", "The file ends early."));
		expect(failure).toEqual({ code: "MEDIA_TRUNCATED", message: "The file ends early." });
		expect(readFailure(failure)).toEqual(failure);
		expect(describeFailure(new Error("secret")).message).not.toContain("secret");
	});

	it.each([
		[{ value: { message: "job heartbeat timeout" } }, "JOB_ABANDONED"],
		[{ value: { message: "job timed out" } }, "JOB_TIMED_OUT"],
		[{ name: "Error", message: "handler execution exceeded 1s", stack: "…" }, "JOB_TIMED_OUT"],
		[{ name: "Error", message: "boom" }, "INTERNAL"],
		[{ code: "A_CODE_OF_ANOTHER_VERSION", message: "What?" }, "INTERNAL"],
		[null, "INTERNAL"],
	])("read what pg-boss writes: %j", (output, code) => {
		expect(readFailure(output).code).toBe(code);
	});

	it("pass an AppError through unavailable()", () => {
		const error = new AppError("DATABASE_SCHEMA_BEHIND", "Old.");
		expect(unavailable(error)).toBe(error);
		expect(unavailable(new Error("ECONNREFUSED")).code).toBe("QUEUE_UNAVAILABLE");
	});
});
