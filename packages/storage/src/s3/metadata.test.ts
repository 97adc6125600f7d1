import { describe, expect, it } from "vitest";
import { fromHeaders, toHeaders } from "./metadata.ts";

describe("metadata in headers", () => {
	it("keeps names readable and values in ASCII", () => {
		expect(toHeaders({ organizationId: "o-1", fileName: "a b 100 % ü" })).toEqual({
			"organization-id": "o-1",
			"file-name": "a%20b%20100%20%25%20%C3%BC",
		});
	});

	it.each(["", "plain-value_1.0", "100 %", "%41", "🎬 ü", "a\tb", " edge "])(
		"brings back %j",
		(value) => {
			const metadata = { someName: value };
			expect(Object.values(toHeaders(metadata)).join()).toMatch(/^[\x21-\x7e]*$/);
			expect(fromHeaders(toHeaders(metadata))).toEqual(metadata);
		},
	);

	it("leaves alone what another program wrote", () => {
		expect(fromHeaders({ "file-name": "100%" })).toEqual({ fileName: "100%" });
		expect(fromHeaders()).toEqual({});
	});
});
