import { describe, expect, it } from "vitest";
import { extractiveAnswer } from "./extractive-answer.ts";
import { type JsonSchema, requireStrict } from "./schema.ts";

const list = (name: string, extra: JsonSchema = {}): JsonSchema => ({
	type: "object",
	properties: {
		[name]: {
			type: "array",
			items: { type: "object", properties: { at: { type: "number" }, title: { type: "string" } } },
			...extra,
		},
	},
});

describe("extractiveAnswer", () => {
	it("reads places of several spellings", () => {
		const prompt = "[0:01:15] First thing. More.\n[75] Second\n1:05 - Third";
		expect(extractiveAnswer(prompt, list("chapters"))).toEqual({
			chapters: [
				{ at: 75, title: "First thing" },
				{ at: 75, title: "Second" },
				{ at: 65, title: "Third" },
			],
		});
	});

	it("spreads a short list over a long prompt", () => {
		const prompt = Array.from({ length: 30 }, (_, i) => `[${i}] line ${i}`).join("\n");
		const { chapters } = extractiveAnswer(prompt, list("chapters")) as {
			chapters: { at: number }[];
		};
		expect(chapters.map(({ at }) => at)).toEqual([0, 10, 20]);
	});

	it("lists as tasks only what sounds like one", () => {
		const prompt = "[1] It is warm.\n[2] Bo must call Ana.\n[3] It was late.";
		expect(extractiveAnswer(prompt, list("action_items"))).toEqual({
			action_items: [{ at: 2, title: "Bo must call Ana" }],
		});
	});

	it("fits bounds, choices, constants, references and nothing said", () => {
		const schema: JsonSchema = {
			type: "object",
			properties: {
				share: { type: "number", minimum: 0.5, maximum: 1 },
				kind: { enum: ["a", "b"] },
				fixed: { const: 7 },
				maybe: { anyOf: [{ type: "string" }, { type: "null" }] },
				either: { anyOf: [{ type: "boolean" }, { type: "string" }] },
				text: { $ref: "#/$defs/text" },
				two: { type: "array", minItems: 2, items: { type: "integer" } },
			},
			$defs: { text: { type: "string", maxLength: 5 } },
		};
		expect(extractiveAnswer("abcdefgh", schema)).toEqual({
			share: 0.5,
			kind: "a",
			fixed: 7,
			maybe: null,
			either: false,
			text: "abcde",
			two: [0, 0],
		});
		expect(extractiveAnswer("", { type: "string" })).toBe("Nothing was said.");
	});
});

describe("requireStrict", () => {
	const strict = (child: JsonSchema): JsonSchema => ({
		type: "object",
		properties: { child },
		required: ["child"],
		additionalProperties: false,
	});

	it("accepts what names and closes everything, at every depth", () => {
		expect(() =>
			requireStrict(strict({ type: "array", items: strict({ type: "null" }) })),
		).not.toThrow();
	});

	it.each([
		strict({ type: "object", properties: { a: {} }, required: ["a"] }),
		strict({ type: "array", items: { ...strict({}), required: [] } }),
		strict({ anyOf: [{ ...strict({}), additionalProperties: true }] }),
		{ ...strict({}), $defs: { x: { properties: { a: {} } } } },
	])("refuses %j", (schema) => {
		expect(() => requireStrict(schema)).toThrow(/Invalid schema/);
	});
});
