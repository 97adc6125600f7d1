import { expect, it } from "vitest";
import { place } from "./place.ts";

const screen = { width: 400, height: 300 };
const popup = { width: 100, height: 20 };
const anchor = (left: number, top: number) => ({ left, top, width: 32, height: 32 });

it("centers on the wanted side", () => {
	expect(place(anchor(200, 150), popup, "top", screen)).toEqual({ left: 166, top: 124 });
	expect(place(anchor(200, 150), popup, "right", screen)).toEqual({ left: 238, top: 156 });
});

it("goes to the other side when there is no room", () => {
	expect(place(anchor(200, 4), popup, "top", screen).top).toBe(42);
	expect(place(anchor(200, 260), popup, "bottom", screen).top).toBe(234);
	expect(place(anchor(4, 150), popup, "left", screen).left).toBe(42);
	expect(place(anchor(360, 150), popup, "right", screen).left).toBe(254);
});

it("stays on the screen", () => {
	expect(place(anchor(0, 150), popup, "top", screen).left).toBe(4);
	expect(place(anchor(380, 150), popup, "top", screen).left).toBe(296);
});
