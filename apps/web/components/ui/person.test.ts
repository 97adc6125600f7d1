import { expect, it } from "vitest";
import { initialsOf, personClass } from "./person.ts";

it.each([
	["Ada Lovelace", "AL"],
	["Jean Luc Picard", "JP"],
	["ada", "A"],
	["张伟", "张"],
	["👩‍🚀 Kim", "👩‍🚀K"],
	["  ", "?"],
])("%s is %s", (name, initials) => {
	expect(initialsOf(name)).toBe(initials);
});

it("gives a person one hue, and people different ones", () => {
	expect(personClass("0190a1b2-0000-7000-8000-000000000001")).toBe(
		personClass("0190a1b2-0000-7000-8000-000000000001"),
	);
	const classes = Array.from({ length: 600 }, (_, index) => personClass(`person-${index}`));
	const counts = Map.groupBy(classes, (name) => name);
	expect(counts.size).toBe(12);
	expect(Math.min(...[...counts.values()].map((people) => people.length))).toBeGreaterThan(20);
});
