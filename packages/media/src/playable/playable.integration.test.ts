import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	front,
	h264,
	h264WithB,
	openWorkbench,
	picture,
	tone,
	type Workbench,
	withMatrix,
} from "../../test/workbench.ts";
import type { PlayableAction } from "./plan.ts";

let bench: Workbench;
beforeAll(async () => {
	bench = await openWorkbench();
});
afterAll(() => bench.close());

describe("a display matrix", () => {
	/** Red on the left, blue on the right. */
	const halves = [
		"-f",
		"lavfi",
		"-i",
		"color=red:s=160x180:r=30:d=1[l];color=blue:s=160x180:r=30:d=1[r];[l][r]hstack",
	];

	it.each<[string, readonly string[], PlayableAction]>([
		["is kept by a copy", [...h264, ...front], "serve-source"],
		[
			"is carried out by an encoding",
			["-c:v", "libx265", "-x265-params", "log-level=error", "-pix_fmt", "yuv420p"],
			"transcode",
		],
	])("%s", async (_, codec, action) => {
		const upright = await bench.make(`halves-${action}.mp4`, ...halves, ...codec);
		const file = await bench.change(upright, `turned-${action}.mp4`, (bytes) =>
			withMatrix(bytes, [0, 1, -1, 0]),
		);
		const probe = await bench.media.probe(file);
		expect(probe.video).toMatchObject({ rotation: 90, width: 180, height: 320, codedWidth: 320 });
		expect(bench.media.planPlayable(probe).action).toBe(action);
		const outFile = bench.path(`turned-${action}.out.mp4`);
		const made = await bench.media.makePlayable(file, outFile, probe);
		expect(made.video).toMatchObject({ width: 180, height: 320 });
		expect(await isRedAbove(outFile)).toBe(true);
	});

	it("that mirrors is carried out", async () => {
		const upright = await bench.make("mirror-source.mp4", ...halves, ...h264, ...front);
		const file = await bench.change(upright, "mirrored.mp4", (bytes) =>
			withMatrix(bytes, [-1, 0, 0, 1]),
		);
		const probe = await bench.media.probe(file);
		expect(bench.media.planPlayable(probe).reasons).toEqual(["mirrored by its metadata"]);
		const outFile = bench.path("mirrored.out.mp4");
		await bench.media.makePlayable(file, outFile, probe);
		const [red = 0, , blue = 0] = await bench.color(outFile, "100:180:0:0");
		expect(blue).toBeGreaterThan(red);
	});

	async function isRedAbove(file: string): Promise<boolean> {
		const [topRed = 0, , topBlue = 0] = await bench.color(file, "180:100:0:0");
		const [lowRed = 0, , lowBlue = 0] = await bench.color(file, "180:100:0:220");
		return topRed > topBlue && lowBlue > lowRed;
	}
});

describe("variable frame rate", () => {
	const uneven = ["-vf", "select='not(mod(n,3))+lt(n,20)'", "-fps_mode", "passthrough"];

	it.each<[string, readonly string[], PlayableAction]>([
		["remux", [...h264WithB], "remux"],
		["transcode", ["-c:v", "mpeg4"], "transcode"],
	])("keeps every frame at its own time: %s", async (name, codec, action) => {
		const file = await bench.make(`uneven-${name}.mp4`, ...picture(), ...uneven, ...codec);
		const probe = await bench.media.probe(file);
		expect(probe.video).toMatchObject({ isVariableFrameRate: true, frameCount: 33 });
		expect(bench.media.planPlayable(probe).action).toBe(action);
		const outFile = bench.path(`uneven-${name}.out.mp4`);
		await bench.media.makePlayable(file, outFile, probe);
		const [before, after] = [
			await bench.media.frameTimes(file),
			await bench.media.frameTimes(outFile),
		];
		expect(inSeconds(after)).toEqual(inSeconds(before));
	});

	function inSeconds({ runs, timeBase }: Awaited<ReturnType<typeof bench.media.frameTimes>>) {
		// The last frame's end is a guess where the source does not say it.
		return runs
			.slice(0, -1)
			.map(([ticks, frames]) => [(ticks * timeBase.num) / timeBase.den, frames]);
	}
});

it("keeps sound and picture together where the sound starts late", async () => {
	const late = [...picture({ seconds: 3 }), "-itsoffset", "1", ...tone(2)];
	const file = await bench.make("late.mkv", ...late, ...h264, "-c:a", "flac");
	const probe = await bench.media.probe(file);
	const outFile = bench.path("late.mp4");
	await bench.media.makePlayable(file, outFile, probe);
	const [first] = await bench.media.extractSpeech(outFile, bench.path("late"), probe);
	expect(Math.abs((first?.startMs ?? 0) - 800)).toBeLessThan(80);
});

it("takes no more from a phone's metadata than the picture", async () => {
	const place = ["-metadata", "location=+48.8577+002.2950/", "-metadata", "comment=secret-place"];
	const file = await bench.make("phone.mov", ...picture(), ...h264, ...place);
	const probe = await bench.media.probe(file);
	const outFile = bench.path("phone.mp4");
	await bench.media.makePlayable(file, outFile, probe);
	expect((await readFile(file)).includes("secret-place")).toBe(true);
	expect((await readFile(outFile)).includes("secret-place")).toBe(false);
	expect((await readFile(outFile)).includes("48.8577")).toBe(false);
});

describe("what is not whole", () => {
	it("is encoded where a copy lost frames", async () => {
		const file = await bench.make("lossy.mkv", ...picture(), ...h264);
		const probe = await bench.media.probe(file);
		expect(bench.media.planPlayable(probe).action).toBe("remux");
		const video = { ...probe.video, frameCount: probe.video.frameCount + 2 };
		const outFile = bench.path("lossy.mp4");
		const made = await bench.media.makePlayable(file, outFile, { ...probe, video });
		expect(probe.video.profile).toBe("Constrained Baseline");
		expect(made.video).toMatchObject({ profile: "High", frameCount: 60 });
	});

	it.each<[string, object, object]>([
		["frames", {}, { frameCount: 90 }],
		["time", { durationMs: 60_000 }, {}],
	])("is never ready: %s missing", async (name, probeChange, videoChange) => {
		const file = await bench.make(`short-${name}.mkv`, ...picture({ seconds: 1 }), ...h264);
		const probe = await bench.media.probe(file);
		const promised = { ...probe, ...probeChange, video: { ...probe.video, ...videoChange } };
		const outFile = bench.path(`short-${name}.mp4`);
		const made = bench.media.makePlayable(file, outFile, promised);
		await expect(made).rejects.toMatchObject({ code: "MEDIA_TRUNCATED" });
		expect(await bench.exists(outFile)).toBe(false);
	});

	it("is removed when the work is aborted", async () => {
		const file = await bench.make("aborted.mkv", ...picture(), "-c:v", "mpeg4");
		const probe = await bench.media.probe(file);
		const controller = new AbortController();
		const outFile = bench.path("aborted.mp4");
		const made = bench.media.makePlayable(file, outFile, probe, {
			signal: controller.signal,
			onProgress: () => controller.abort(new Error("Deleted meanwhile.")),
		});
		await expect(made).rejects.toThrow("Deleted meanwhile.");
		expect(await bench.exists(outFile)).toBe(false);
	});
});
