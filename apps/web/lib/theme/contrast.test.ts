import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inlineLinkClass } from "../../components/account/account-layout.tsx";
import { contrast, readTokens } from "./contrast.ts";

const css = readFileSync(join(import.meta.dirname, "../../app/globals.css"), "utf8");
const tokens = readTokens(css);

const grounds = ["sunken", "canvas", "surface", "raised", "hover"];
const text: [ink: string, grounds: string[]][] = [
	["ink", [...grounds, "pressed"]],
	["ink-muted", grounds],
	["accent-ink", [...grounds, "accent-soft"]],
	["positive-ink", ["canvas", "surface", "raised", "positive-soft"]],
	["caution-ink", ["canvas", "surface", "raised", "caution-soft"]],
	["danger-ink", ["canvas", "surface", "raised", "hover", "danger-soft"]],
	["on-accent", ["accent", "accent-hover"]],
	["on-danger", ["danger", "danger-hover"]],
];
const marks: [mark: string, grounds: string[]][] = [
	["accent-mark", grounds],
	["accent", ["canvas", "surface"]],
	["positive-mark", ["canvas", "surface"]],
	["caution-mark", ["canvas", "surface"]],
	["danger", ["canvas", "surface"]],
	["control-line", ["canvas", "surface"]],
];

describe.each(["light", "dark"] as const)("%s", (theme) => {
	const color = (name: string) => {
		const token = tokens.get(name);
		if (!token) throw new Error(`globals.css has no --${name}`);
		return token[theme];
	};
	const pairs = (list: [string, string[]][]) =>
		list.flatMap(([front, backs]) => backs.map((back) => [front, back] as const));

	it.each(pairs(text))("text %s on %s is at least 4.5:1", (front, back) => {
		expect(contrast(color(front), color(back))).toBeGreaterThanOrEqual(4.5);
	});

	it.each(pairs(marks))("mark %s on %s is at least 3:1", (front, back) => {
		expect(contrast(color(front), color(back))).toBeGreaterThanOrEqual(3);
	});

	it("the line under an inline link can be seen", () => {
		const [, line = ""] = / decoration-([a-z-]+) /.exec(inlineLinkClass) ?? [];
		for (const ground of ["canvas", "surface"]) {
			expect(contrast(color(line), color(ground))).toBeGreaterThanOrEqual(3);
		}
	});

	const hues = [...css.matchAll(/--hue: (\d+)/g)].map((match) => Number(match[1]));
	it.each(hues)("a person of hue %d can be read and seen", (hue) => {
		const person = readTokens(css.replaceAll("var(--hue)", String(hue)));
		const of = (name: string) => {
			const token = person.get(name);
			if (!token) throw new Error(`globals.css has no --${name}`);
			return token[theme];
		};
		expect(contrast(of("person-ink"), of("person-tint"))).toBeGreaterThanOrEqual(4.5);
		expect(contrast(of("person-mark"), color("canvas"))).toBeGreaterThanOrEqual(3);
	});
});

it("knows the two ends of the scale", () => {
	const black = { lightness: 0, chroma: 0, hue: 0 };
	const white = { lightness: 1, chroma: 0, hue: 0 };
	expect(contrast(black, white)).toBeCloseTo(21, 5);
	expect(contrast(white, white)).toBe(1);
});
