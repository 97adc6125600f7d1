import { readFile, rm, stat } from "node:fs/promises";
import { execa } from "execa";
import { expect, it } from "vitest";
import { makeVideo, type VideoOptions } from "./video.ts";

interface Probe {
	format: { format_name: string; duration: string };
	streams: { codec_name: string; width?: number; r_frame_rate: string; nb_read_frames?: string }[];
}

async function probe(path: string): Promise<Probe> {
	const wanted = ["-show_format", "-show_streams", "-count_frames", "-of", "json"];
	const { stdout } = await execa("ffprobe", ["-v", "error", ...wanted, path]);
	return JSON.parse(stdout);
}

it.each<[VideoOptions, string[]]>([
	[{}, ["h264", "aac"]],
	[{ container: "webm" }, ["vp9", "opus"]],
	[{ container: "mov", codec: "hevc", audio: "none" }, ["hevc"]],
	[{ container: "mkv", codec: "av1" }, ["av1", "aac"]],
	[{ container: "wav" }, ["pcm_s16le"]],
])("makes %j", async (options, codecs) => {
	const { streams, format } = await probe(await makeVideo({ seconds: 1, ...options }));
	expect(streams.map((stream) => stream.codec_name)).toEqual(codecs);
	expect(Number(format.duration)).toBeCloseTo(1, 0);
});

it("has the size, the rate and the number of frames asked for", async () => {
	const path = await makeVideo({ size: "160x90", fps: "30000/1001", burnFrameNumbers: true });
	const [picture] = (await probe(path)).streams;
	expect(picture).toMatchObject({ width: 160, r_frame_rate: "30000/1001", nb_read_frames: "60" });
});

it("makes the same video once, also for several callers at a time", async () => {
	const speechText = `It's 5 o'clock: "ready", [done]; 100%.`;
	const make = () => makeVideo({ speechText, codec: "none", container: "m4a" });
	const path = await make();
	const bytes = await readFile(path);
	await rm(path);
	expect(await Promise.all([make(), make(), make()])).toEqual([path, path, path]);
	expect(bytes.equals(await readFile(path))).toBe(true);
	const { mtimeMs } = await stat(path);
	await make();
	expect((await stat(path)).mtimeMs).toBe(mtimeMs);
});
