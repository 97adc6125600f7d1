import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { examples } from "./configuration/examples.ts";
import { environmentSchema } from "./environment-schema.ts";

const known = Object.keys(environmentSchema.shape);
/** Set by the system or by Vercel, never by an operator. */
const given = /^(PATH|VERCEL_.*)$/;

test(".env.example names every variable that an operator may set, and no other", async () => {
	const text = await readFile(new URL("../../../.env.example", import.meta.url), "utf8");
	const named = [...text.matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);
	expect(named.toSorted()).toEqual(known.filter((name) => !given.test(name)).toSorted());
});

test("every variable that an error may name has an example", () => {
	const needed = known.filter((name) => !given.test(name) && name !== "ANALYTICS_ID");
	expect(needed.filter((name) => !(name in examples))).toEqual([]);
	expect(Object.keys(examples).filter((name) => !known.includes(name))).toEqual([]);
});
