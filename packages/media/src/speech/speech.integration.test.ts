import { readdir, readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { h264, openWorkbench, picture, tone, type Workbench } from "../../test/workbench.ts";

let bench: Workbench;
beforeAll(async () => {
	bench = await openWorkbench();
});
afterAll(() => bench.close());

async function extract(file: string, options: { targetMs?: number; maxMs?: number } = {}) {
	const outDir = `${file}.speech`;
	const segments = await bench.media.extractSpeech(
		file,
		outDir,
		await bench.media.probe(file),
		options,
	);
	expect(await readdir(outDir).catch(() => [])).toHaveLength(segments.length);
	return segments;
}

/** Sound from 1 to 2 s and from 4 to 6 s of 8. */
const twoSounds = [
	...[
		"-f",
		"lavfi",
		"-i",
		"aevalsrc='0.5*sin(2764*t)*(between(t,1,2)+between(t,4,6))':d=8:s=48000",
	],
];

it("cuts at silences, and says when each piece is heard", async () => {
	const file = await bench.make(
		"two.mkv",
		...picture({ seconds: 8 }),
		...twoSounds,
		...h264,
		"-c:a",
		"flac",
	);
	const segments = await extract(file);
	const times = segments.map(({ startMs, endMs }) =>
		[startMs, endMs].map((ms) => Math.round(ms / 100) / 10),
	);
	expect(times).toEqual([
		[0.8, 2.2],
		[3.8, 6.2],
	]);
	for (const { file: wav, startMs, endMs } of segments) {
		const bytes = await readFile(wav);
		expect(bytes.toString("latin1", 0, 4) + bytes.toString("latin1", 8, 16)).toBe("RIFFWAVEfmt ");
		expect([bytes.readUInt16LE(22), bytes.readUInt32LE(24), bytes.readUInt16LE(34)]).toEqual([
			1, 16_000, 16,
		]);
		expect(bytes.length).toBe(44 + (endMs - startMs) * 32);
	}
});

it("cuts sound without a pause into pieces of at most the given length", async () => {
	const file = await bench.make(
		"endless.mp4",
		...picture({ seconds: 7 }),
		...tone(7, "5.1"),
		...h264,
		"-c:a",
		"ac3",
	);
	const segments = await extract(file, { maxMs: 2000 });
	expect(segments.length).toBeGreaterThan(3);
	expect(segments[0]?.startMs).toBe(0);
	segments.forEach(({ startMs, endMs }, index) => {
		expect(endMs - startMs).toBeLessThanOrEqual(2000);
		expect(startMs).toBe(segments[index - 1]?.endMs ?? 0);
	});
	expect(Math.abs((segments.at(-1)?.endMs ?? 0) - 7000)).toBeLessThan(100);
});

it("gives nothing for silence, nor where there is no sound", async () => {
	const silence = ["-f", "lavfi", "-i", "anullsrc=d=2"];
	expect(await extract(await bench.make("silent.mp4", ...picture(), ...silence, ...h264))).toEqual(
		[],
	);
	expect(await extract(await bench.make("mute.mp4", ...picture(), ...h264))).toEqual([]);
});

it("takes another of several sounds where asked", async () => {
	const silence = ["-f", "lavfi", "-i", "anullsrc=d=2"];
	const both = [
		...picture(),
		...silence,
		...tone(),
		"-map",
		"0",
		"-map",
		"1",
		"-map",
		"2",
		...h264,
	];
	const file = await bench.make("languages.mp4", ...both);
	const probe = await bench.media.probe(file);
	expect(await bench.media.extractSpeech(file, bench.path("first"), probe)).toEqual([]);
	const [, audio] = probe.audio;
	if (audio === undefined) throw new Error("The second sound is missing.");
	const segments = await bench.media.extractSpeech(file, bench.path("second"), probe, { audio });
	expect(segments).toHaveLength(1);
});
