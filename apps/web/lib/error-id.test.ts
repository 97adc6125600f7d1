import { expect, it } from "vitest";
import { errorIdOf } from "./error-id.ts";

const error = (fields: object) => Object.assign(new Error("It broke."), fields);
const id = "01939b5c-7a3e-7c21-9d55-0123456789ab";

it.each([
	["a failed call", { data: { requestId: id } }, { name: "request id", value: id }],
	["a page whose call failed", { digest: id }, { name: "request id", value: id }],
	["a page that broke", { digest: "2871130433" }, { name: "error number", value: "2871130433" }],
	["the same, with Next's code", { digest: "12@E394" }, { name: "error number", value: "12@E394" }],
])("names %s", (_, fields, expected) => {
	expect(errorIdOf(error(fields))).toEqual(expected);
});

it.each([error({}), error({ digest: "" }), "It broke.", undefined])("has none for %o", (thrown) => {
	expect(errorIdOf(thrown)).toBeUndefined();
});
