import { describe, expect, it } from "vitest";
import { assertTrustedOrigin } from "./origin.ts";

const trusted = ["https://nuclom.example"];
const call =
	(method: string, origin: string | null, fetchSite: string | null = null) =>
	() =>
		assertTrustedOrigin({ method, origin, fetchSite }, trusted);

describe("assertTrustedOrigin", () => {
	it.each([
		["POST", "https://nuclom.example", null],
		["DELETE", null, "same-origin"],
		["POST", null, null],
		["GET", "https://evil.example", "cross-site"],
	] as const)("lets %s from %s (%s) pass", (method, origin, fetchSite) => {
		expect(call(method, origin, fetchSite)).not.toThrow();
	});

	it.each([
		["POST", "https://evil.example", null],
		["POST", "http://nuclom.example", "same-origin"],
		["PATCH", "null", null],
		["DELETE", null, "cross-site"],
		["POST", null, "same-site"],
	] as const)("refuses %s from %s (%s)", (method, origin, fetchSite) => {
		expect(call(method, origin, fetchSite)).toThrow(
			expect.objectContaining({ code: "ORIGIN_REFUSED" }),
		);
	});
});
