import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rows } from "../../test/matrix.ts";
import { carriedTools, openWorkbench, type Workbench } from "../../test/workbench.ts";

/** The carried ffprobe, which starts faster, looks at the work of both. */
const carried = await carriedTools();

describe.each([
	["the installed ffmpeg", { ffprobePath: carried.ffprobePath }],
	["the carried ffmpeg", carried],
])("%s", (_, tools) => {
	let bench: Workbench;
	beforeAll(async () => {
		bench = await openWorkbench(tools);
	});
	afterAll(() => bench.close());

	it.concurrent.each(rows)("makes $name playable: $action", async (row) => {
		const { args, action, source = {}, result = {}, channels = 2, frames = 30 } = row;
		const file = await bench.make(row.name, ...args);
		const probe = await bench.media.probe(file);
		expect({ ...probe, ...probe.video }).toMatchObject(source);
		expect(probe.truncatedHint).toBeUndefined();
		expect(bench.media.planPlayable(probe).action).toBe(action);
		const ratios: number[] = [];
		const outFile = bench.path(`${row.name}.playable.mp4`);
		const made = await bench.media.makePlayable(file, outFile, probe, {
			onProgress: (ratio) => ratios.push(ratio),
		});
		expect(made).toMatchObject({ container: "mp4", fastStart: true, otherVideoStreams: 0 });
		expect(made.video).toMatchObject({
			codec: "h264",
			interlaced: false,
			frameCount: frames,
			...result,
		});
		expect(["yuv420p", "yuvj420p"]).toContain(made.video.pixelFormat);
		expect(made.audio.map((each) => each.channels)).toEqual(channels === 0 ? [] : [channels]);
		expect(["aac", "mp3"]).toEqual(expect.arrayContaining(made.audio.map((each) => each.codec)));
		expect(Math.abs(made.durationMs - probe.durationMs)).toBeLessThan(60);
		expect(made.startMs).toBeLessThan(100);
		expect(ratios).toEqual([...ratios].sort((a, b) => a - b));
		expect(ratios.at(-1)).toBe(1);
		expect(await bench.complaints(outFile)).toBe("");
		expect(bench.media.planPlayable(made).action).toBe("serve-source");
	});
});
