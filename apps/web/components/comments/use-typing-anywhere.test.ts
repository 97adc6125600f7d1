import { expect, it } from "vitest";
import { beginsComment } from "./use-typing-anywhere.ts";

const press = (key: string, init: KeyboardEventInit = {}) =>
	new KeyboardEvent("keydown", { key, ...init });

it.each(["a", "h", "é", "ß", "你", "🙂", '"', "("])("%s begins a comment", (key) => {
	expect(beginsComment(press(key))).toBe(true);
});

it.each(["k", "j", "l", "m", "f", "c", "5", ",", ".", "<", ">", "?", "/", " "])(
	"%s is a key of the player",
	(key) => {
		expect(beginsComment(press(key))).toBe(false);
	},
);

it("takes a capital for the beginning of a sentence, even of a taken letter", () => {
	expect(beginsComment(press("L", { shiftKey: true }))).toBe(true);
	expect(beginsComment(press("?", { shiftKey: true }))).toBe(false);
});

it("does not mistake caps lock for a capital", () => {
	expect(beginsComment(press("K"))).toBe(false);
});

it("leaves the browser's own keys alone", () => {
	for (const key of ["Tab", "Escape", "Enter", "ArrowLeft", "F5", "Shift"]) {
		expect(beginsComment(press(key))).toBe(false);
	}
	expect(beginsComment(press("a", { ctrlKey: true }))).toBe(false);
	expect(beginsComment(press("a", { metaKey: true }))).toBe(false);
});

it("opens for an input method", () => {
	expect(beginsComment(press("Process"))).toBe(true);
});
