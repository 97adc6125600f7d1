import { expect, it } from "vitest";
import { describeError } from "./errors.ts";

it("says what the API said", () => {
	const error = Object.assign(new Error("That address is taken."), {
		code: "ORGANIZATION_SLUG_TAKEN",
		data: { hint: "Choose another.", requestId: "r1" },
	});
	expect(describeError(error)).toEqual({
		title: "That address is taken.",
		hint: "Choose another.",
		code: "ORGANIZATION_SLUG_TAKEN",
		requestId: "r1",
		fields: new Map(),
	});
});

it("tells which fields are wrong", () => {
	const error = Object.assign(new Error("Not as it should be."), {
		code: "INPUT_INVALID",
		data: { fields: [{ path: "slug", message: "At least 2 characters." }] },
	});
	expect(describeError(error).fields.get("slug")).toBe("At least 2 characters.");
});

it("tells a missing answer from a wrong one", () => {
	expect(describeError(new TypeError("Failed to fetch")).code).toBe("NETWORK");
});

it("shows nothing of an unknown error", () => {
	const description = describeError(new Error("password=hunter2"));
	expect(JSON.stringify(description)).not.toContain("hunter2");
	expect(description.code).toBe("UNKNOWN");
});
