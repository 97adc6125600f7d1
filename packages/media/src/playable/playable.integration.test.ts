import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	aac,
	carriedTools,
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
	// The installed ffmpeg does the work; the carried ffprobe, which starts faster, looks at it.
	const { ffprobePath } = await carriedTools();
	bench = await openWorkbench({ ffprobePath });
});
afterAll(() => bench.close());

interface Row {
	readonly name: string;
	readonly args: readonly string[];
	readonly action: PlayableAction;
	/** What the source is taken for. */
	readonly source?: Record<string, unknown>;
	/** What the result's video must be, beside whole. */
	readonly result?: Record<string, unknown>;
	readonly channels?: number;
	readonly frames?: number;
}

const opus = ["-c:a", "libopus"];
const surround = tone(2, "5.1");
const hdr = ["-color_primaries", "bt2020", "-color_trc", "smpte2084", "-colorspace", "bt2020nc"];

const rows: readonly Row[] = [
	{
		name: "ready.mp4",
		args: [...picture(), ...tone(), ...h264WithB, ...aac, ...front],
		action: "serve-source",
	},
	{
		name: "index-behind.mp4",
		args: [...picture(), ...tone(), ...h264WithB, ...aac],
		action: "remux",
	},
	{
		name: "full-range.mp4",
		args: [...picture(), "-pix_fmt", "yuvj420p", "-c:v", "libx264"],
		action: "remux",
		channels: 0,
	},
	{
		name: "fragmented.mp4",
		args: [...picture(), ...tone(), ...h264, ...aac, "-movflags", "frag_keyframe+empty_moov"],
		action: "remux",
	},
	{
		name: "quicktime.mov",
		args: [...picture(), ...tone(), ...h264, "-c:a", "pcm_s16le"],
		action: "transcode-audio",
		source: { container: "mov" },
	},
	{
		name: "matroska.mkv",
		args: [...picture(), ...tone(), ...h264WithB, ...aac],
		action: "remux",
		source: { container: "matroska" },
	},
	{
		name: "surround.mkv",
		args: [...picture(), ...surround, ...h264, "-c:a", "ac3"],
		action: "transcode-audio",
	},
	{
		name: "surround-aac.mp4",
		args: [...picture(), ...surround, ...h264, ...aac, ...front],
		action: "transcode-audio",
	},
	{
		name: "mono.mp4",
		args: [...picture(), ...tone(2, "mono"), ...h264, "-c:a", "flac", "-strict", "-2"],
		action: "transcode-audio",
		channels: 1,
	},
	{
		name: "mp3.mp4",
		args: [...picture(), ...tone(), ...h264, "-c:a", "libmp3lame"],
		action: "remux",
	},
	{
		name: "transport.ts",
		args: [...picture(), ...tone(), ...h264WithB, ...aac],
		action: "remux",
		source: { container: "mpegts" },
	},
	{
		name: "flash.flv",
		args: [...picture(), ...tone(), ...h264, ...aac, "-ar", "44100"],
		action: "remux",
		source: { container: "flv" },
	},
	{
		name: "two-sounds.mp4",
		args: [
			...picture(),
			...tone(),
			...tone(2, "mono"),
			"-map",
			"0",
			"-map",
			"1",
			"-map",
			"2",
			...h264,
			...aac,
			...front,
		],
		action: "remux",
	},
	{
		name: "ntsc.mp4",
		args: [...picture({ rate: "30000/1001" }), ...h264WithB],
		action: "remux",
		channels: 0,
		source: { frameRate: { num: 30_000, den: 1001 } },
		result: { frameRate: { num: 30_000, den: 1001 } },
	},
	{
		name: "wide-pixels.mp4",
		args: [...picture(), "-vf", "setsar=4/3", ...h264, ...front],
		action: "serve-source",
		channels: 0,
		source: { width: 427, height: 180 },
	},
	{
		name: "ready.webm",
		args: [
			...picture(),
			...tone(),
			"-c:v",
			"libvpx-vp9",
			"-cpu-used",
			"8",
			"-deadline",
			"realtime",
			...opus,
		],
		action: "serve-source",
		source: { container: "webm" },
		result: { codec: "vp9" },
	},
	{
		name: "recorded-vp9.webm",
		args: [
			...picture(),
			...tone(),
			"-c:v",
			"libvpx-vp9",
			"-cpu-used",
			"8",
			"-deadline",
			"realtime",
			...opus,
			"-live",
			"1",
		],
		action: "transcode-audio",
		result: { codec: "vp9" },
	},
	{
		name: "recorded-vp8.webm",
		args: [
			...picture(),
			...tone(),
			"-c:v",
			"libvpx",
			"-cpu-used",
			"8",
			"-deadline",
			"realtime",
			...opus,
			"-live",
			"1",
		],
		action: "transcode",
	},
	{
		name: "av1.webm",
		args: [...picture(), ...tone(), "-c:v", "libsvtav1", "-preset", "12", ...opus],
		action: "transcode",
		source: { codec: "av1" },
	},
	{
		name: "old.avi",
		args: [...picture(), ...tone(), "-c:v", "mpeg4", "-c:a", "libmp3lame"],
		action: "transcode",
		source: { container: "avi" },
	},
	{
		name: "h264-b-frames.avi",
		args: [...picture(), ...h264WithB],
		action: "transcode",
		channels: 0,
	},
	{
		name: "windows.wmv",
		args: [...picture(), ...tone(), "-c:v", "wmv2", "-c:a", "wmav2"],
		action: "transcode",
		source: { container: "asf" },
	},
	{
		name: "free.ogv",
		args: [...picture(), ...tone(), "-c:v", "libtheora", "-c:a", "libvorbis"],
		action: "transcode",
		source: { container: "ogg" },
	},
	{
		name: "disc.mpg",
		args: [...picture({ rate: "25" }), ...tone(), "-c:v", "mpeg2video", "-c:a", "mp2"],
		action: "transcode",
		source: { container: "mpegps" },
		frames: 50,
	},
	{
		name: "studio.mxf",
		args: [...picture({ rate: "25" }), ...tone(), "-c:v", "mpeg2video", "-ar", "48000"],
		action: "transcode",
		source: { container: "mxf" },
		frames: 50,
	},
	{
		name: "prores.mov",
		args: [...picture(), "-pix_fmt", "yuv422p10le", "-c:v", "prores_ks"],
		action: "transcode",
		channels: 0,
	},
	{
		name: "ten-bit.mp4",
		args: [...picture(), "-pix_fmt", "yuv420p10le", "-c:v", "libx264", "-preset", "ultrafast"],
		action: "transcode",
		channels: 0,
	},
	{
		name: "rgb-screen.mov",
		args: [...picture(), "-c:v", "qtrle"],
		action: "transcode",
		channels: 0,
	},
	{
		name: "hdr.mp4",
		args: [
			...picture(),
			"-pix_fmt",
			"yuv420p10le",
			"-c:v",
			"libx265",
			"-preset",
			"ultrafast",
			"-x265-params",
			"log-level=error",
			...hdr,
		],
		action: "transcode",
		channels: 0,
		source: { hdr: true, codec: "hevc" },
		result: { hdr: false, colorTransfer: "bt709" },
	},
	{
		name: "interlaced.ts",
		args: [
			...picture({ rate: "25" }),
			"-vf",
			"setfield=tff",
			"-c:v",
			"mpeg2video",
			"-flags",
			"+ilme+ildct",
		],
		action: "transcode",
		channels: 0,
		source: { interlaced: true },
		result: { interlaced: false },
		frames: 50,
	},
	{
		name: "odd.mkv",
		args: [...picture({ size: "321x181", source: "testsrc" }), "-c:v", "ffv1"],
		action: "transcode",
		channels: 0,
		source: { width: 321, height: 181 },
		result: { width: 320, height: 180 },
	},
	{
		name: "wide-pixels.avi",
		args: [...picture(), "-vf", "setsar=4/3", "-c:v", "mpeg4"],
		action: "transcode",
		channels: 0,
		result: { width: 426, height: 180, sampleAspectRatio: { num: 1, den: 1 } },
	},
	{
		name: "tall.mkv",
		args: [...picture({ size: "1080x2400", seconds: 0.2 }), "-c:v", "mpeg4"],
		action: "transcode",
		channels: 0,
		frames: 6,
		result: { width: 1080, height: 2400 },
	},
	{
		name: "large.mkv",
		args: [...picture({ size: "2560x1440", seconds: 0.2 }), "-c:v", "mpeg4"],
		action: "transcode",
		channels: 0,
		frames: 6,
		result: { width: 1920, height: 1080 },
	},
	{
		name: "one-frame.mp4",
		args: [...picture(), "-frames:v", "1", ...h264],
		action: "remux",
		channels: 0,
		frames: 1,
	},
];

it.concurrent.each(rows)("makes $name playable: $action", async (row) => {
	const { args, action, source = {}, result = {}, channels = 2, frames = 60 } = row;
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
