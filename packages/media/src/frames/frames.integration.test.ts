import { afterAll, beforeAll, expect, it } from "vitest";
import {
	carriedTools,
	h264WithB,
	openWorkbench,
	picture,
	type Workbench,
} from "../../test/workbench.ts";
import { frameIndexAt, frameStartMs } from "./look-up.ts";

let bench: Workbench;
beforeAll(async () => {
	bench = await openWorkbench(await carriedTools());
});
afterAll(() => bench.close());

it.each(["24", "25", "24000/1001", "30000/1001", "60000/1001"])(
	"writes a constant %s as one run",
	async (rate) => {
		const file = await bench.make("constant.mp4", ...picture({ rate }), ...h264WithB);
		const frames = await bench.media.frameTimes(file);
		const [num = 0, den = 1] = rate.split("/").map(Number);
		expect(frames.runs).toHaveLength(1);
		expect(frames.runs[0]?.[1]).toBe(frames.frameCount);
		for (let index = 0; index < frames.frameCount; index += 1) {
			expect(frameStartMs(frames, index)).toBeCloseTo((index * den * 1000) / num, 6);
			expect(frameIndexAt(frames, ((index + 0.5) * den * 1000) / num)).toBe(index);
		}
	},
);

it("knows every frame of a variable rate", async () => {
	const uneven = ["-vf", "select='not(mod(n,4))+gt(n,40)'", "-fps_mode", "passthrough"];
	const file = await bench.make("variable.mp4", ...picture(), ...uneven, ...h264WithB);
	const frames = await bench.media.frameTimes(file);
	const shown = Array.from({ length: 60 }, (_, n) => n).filter((n) => n % 4 === 0 || n > 40);
	expect(frames.frameCount).toBe(shown.length);
	expect(shown.map((_, index) => Math.round(frameStartMs(frames, index)))).toEqual(
		shown.map((n) => Math.round((n * 1000) / 30)),
	);
	expect(JSON.parse(JSON.stringify(frames))).toEqual(frames);
});

it("refuses what is no video", async () => {
	const file = await bench.write("text.mp4", "nothing to see");
	await expect(bench.media.frameTimes(file)).rejects.toMatchObject({ code: "MEDIA_NOT_A_VIDEO" });
});
