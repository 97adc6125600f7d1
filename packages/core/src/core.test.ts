import { describe, expect, it } from "vitest";
import { AppError, fixedClock, isId, newId } from "./index.ts";

describe("AppError", () => {
	it("takes status and retryability from its code", () => {
		const error = new AppError("RATE_LIMITED", "Too many tries.");
		expect(error.status).toBe(429);
		expect(error.isRetryable).toBe(true);
	});

	it("keeps the cause and lets a caller override retryability", () => {
		const cause = new Error("socket closed");
		const error = new AppError("MEDIA_FAILED", "ffmpeg stopped.", { cause, isRetryable: false });
		expect(error.cause).toBe(cause);
		expect(error.isRetryable).toBe(false);
	});

	it("is recognised without instanceof, and nothing else is", () => {
		const error = new AppError("NOT_FOUND", "Not here.");
		expect(AppError.isInstance(error)).toBe(true);
		expect(AppError.isInstance(new Error("plain"))).toBe(false);
		expect(AppError.isInstance(null)).toBe(false);
	});
});

describe("ids", () => {
	it("are UUIDv7 and sort by time", () => {
		const ids = Array.from({ length: 100 }, newId);
		expect(ids.every(isId)).toBe(true);
		expect([...ids].sort()).toEqual(ids);
		expect(ids[0]?.charAt(14)).toBe("7");
	});

	it.each(["", "1", "0189F7EA-AE2C-7809-8AEB-B819CF5E9E7F", null, 7])("refuses %s", (value) => {
		expect(isId(value)).toBe(false);
	});
});

describe("fixedClock", () => {
	it("moves only when told", () => {
		const clock = fixedClock("2026-11-23T00:00:00.000Z");
		clock.advance(1500);
		expect(clock.now().toISOString()).toBe("2026-11-23T00:00:01.500Z");
	});
});
