import { expect, it } from "vitest";
import { fitShortSide, fitWidth } from "./size.ts";

it.each([
	[1920, 1080, 1920, 1080],
	[3840, 2160, 1920, 1080],
	[2160, 3840, 1080, 1920],
	[321, 181, 320, 180],
	[1, 1, 2, 2],
	[4096, 1716, 2578, 1080],
])("fits %i × %i to a short side of 1080, even", (width, height, evenWidth, evenHeight) => {
	expect(fitShortSide({ width, height }, 1080)).toEqual({ width: evenWidth, height: evenHeight });
});

it("fits a width without enlarging", () => {
	expect(fitWidth({ width: 1920, height: 1080 }, 640)).toEqual({ width: 640, height: 360 });
	expect(fitWidth({ width: 320, height: 180 }, 640)).toEqual({ width: 320, height: 180 });
	expect(fitWidth({ width: 8000, height: 1 }, 640)).toEqual({ width: 640, height: 1 });
});
