import { describe, expect, it } from "vitest";
import { exactLifetime, stableLifetime } from "./lifetime.ts";

const minute = 60_000;
const hour = 60 * minute;
const noon = Date.parse("2026-11-23T12:00:00.000Z");

describe("lifetimes", () => {
	it("are as long as asked for, in whole seconds", () => {
		expect(exactLifetime(noon + 123, 1500)).toEqual({ signedAtMs: noon, expiresAtMs: noon + 2000 });
	});

	it("of short addresses begin now", () => {
		const short = { signedAtMs: noon + minute, expiresAtMs: noon + 2 * minute };
		expect(stableLifetime(noon + minute, minute)).toEqual(short);
	});

	it("of long addresses are the same for a quarter of an hour, and never too short", () => {
		const first = stableLifetime(noon, 6 * hour);
		expect(stableLifetime(noon + 15 * minute - 1, 6 * hour)).toEqual(first);
		expect(stableLifetime(noon + 15 * minute, 6 * hour)).not.toEqual(first);
		expect(first.expiresAtMs).toBe(noon + 6 * hour + 15 * minute);
	});

	it.each([0, 999, 7 * 24 * hour + 1, Number.NaN, Number.POSITIVE_INFINITY])(
		"cannot be %d ms",
		(expiresInMs) => {
			for (const lifetime of [exactLifetime, stableLifetime]) {
				expect(() => lifetime(noon, expiresInMs)).toThrow(
					expect.objectContaining({ code: "INPUT_INVALID" }),
				);
			}
		},
	);

	it("of a whole week is not made longer than S3 allows", () => {
		const { signedAtMs, expiresAtMs } = stableLifetime(noon + 1, 7 * 24 * hour);
		expect(expiresAtMs - signedAtMs).toBe(7 * 24 * hour);
	});
});
