import { deflateRawSync } from "node:zlib";
import { AppError } from "@nuclom/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	aac,
	carriedTools,
	front,
	h264,
	openWorkbench,
	picture,
	tone,
	type Workbench,
} from "../../test/workbench.ts";

let bench: Workbench;
beforeAll(async () => {
	bench = await openWorkbench(await carriedTools());
});
afterAll(() => bench.close());

async function refusal(file: string): Promise<AppError> {
	const error: unknown = await bench.media.probe(file).catch((reason: unknown) => reason);
	if (!AppError.isInstance(error)) throw new Error(`No AppError but ${String(error)}`);
	// A person reads the message: no path of the server in it.
	expect(`${error.message} ${error.hint}`).not.toContain(bench.dir);
	return error;
}

function zip(): Buffer {
	const data = deflateRawSync(Buffer.alloc(100_000));
	const head = Buffer.alloc(30);
	head.writeUInt32LE(0x04034b50, 0);
	head.writeUInt16LE(20, 4);
	head.writeUInt16LE(8, 8);
	head.writeUInt32LE(data.length, 18);
	head.writeUInt32LE(100_000, 22);
	head.writeUInt16LE(5, 26);
	return Buffer.concat([head, Buffer.from("a.txt"), data]);
}

const gif = Buffer.from(
	"474946383961010001008000000000000000ffffff2c00000000010001000002024401003b",
	"hex",
);

it.each<[string, string | Buffer, string]>([
	["nothing.mp4", "", "This file is empty."],
	["page.mp4", "\n<!DOCTYPE html><html><body>Sign in</body></html>", "a web page (HTML)"],
	["notes.mov", "Dear all,\nfind attached the minutes – in full.\n", "a text file"],
	["data.mp4", '{"error":"not found"}', "a text file"],
	[
		"list.mp4",
		"#EXTM3U\n#EXTINF:1,\nhttps://example.com/a.ts\n",
		"a playlist that points elsewhere",
	],
	["archive.mov", zip(), "an archive (ZIP)"],
	["still.mp4", gif, "an animated picture (GIF)"],
	["paper.mp4", "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n", "a document (PDF)"],
	[
		"noise.mkv",
		Buffer.from(Array.from({ length: 20_000 }, (_, n) => (n * n * 31 + 7) % 251)),
		"of an unknown kind",
	],
	["zeros.mp4", Buffer.alloc(10_000), "of an unknown kind"],
])("says of %s what it is", async (name, content, what) => {
	const error = await refusal(await bench.write(name, content));
	expect(error.code).toBe("MEDIA_NOT_A_VIDEO");
	expect(error.message).toContain(what);
	expect(error.hint).toContain("MP4");
});

it.each<[string, readonly string[], string]>([
	[
		"photo.mp4",
		[...picture({ source: "testsrc" }), "-frames:v", "1", "-f", "mjpeg"],
		"a picture (JPG)",
	],
	[
		"photo.png.mov",
		[...picture(), "-frames:v", "1", "-c:v", "png", "-f", "image2"],
		"a picture (PNG)",
	],
	["song.mp4", [...tone(), "-c:a", "libmp3lame", "-f", "mp3"], "a sound file (MP3)"],
	["song.mkv", [...tone(), "-c:a", "flac", "-f", "flac"], "a sound file (FLAC)"],
	["voice.mp4", [...tone(), ...aac], "sound but no picture"],
	["voice.webm", [...tone(), "-c:a", "libopus"], "sound but no picture"],
])("says of %s what it is", async (name, args, what) => {
	const error = await refusal(await bench.make(name, ...args));
	expect(error).toMatchObject({ code: "MEDIA_NOT_A_VIDEO" });
	expect(error.message).toContain(what);
});

it("does not take cover art for a video", async () => {
	const cover = [...tone(), ...picture(), "-map", "0", "-map", "1", "-frames:v", "1"];
	const art = ["-c:v", "mjpeg", "-disposition:v", "attached_pic", ...aac];
	const error = await refusal(await bench.make("album.m4a", ...cover, ...art));
	expect(error.message).toBe("This file has sound but no picture.");
});

describe("a file that was cut short", () => {
	const video = [...picture(), ...tone(), ...h264, ...aac];
	const tenths = [1, 2, 3, 4, 5, 6, 7, 8, 9];

	/** The code that a job would fail with, at whichever step. */
	async function outcome(file: string): Promise<string> {
		try {
			const probe = await bench.media.probe(file);
			await bench.media.makePlayable(file, `${file}.out.mp4`, probe);
			return "ready";
		} catch (error) {
			expect(await bench.exists(`${file}.out.mp4`)).toBe(false);
			return AppError.isInstance(error) ? error.code : String(error);
		}
	}

	it.each([
		["front.mp4", front],
		["behind.mp4", []],
		["fragments.mp4", ["-movflags", "frag_keyframe+empty_moov", "-g", "10"]],
		["matroska.mkv", []],
		["index.avi", []],
	])("is never ready: %s", async (name, options) => {
		const whole = await bench.make(name, ...video, ...options);
		expect(await outcome(whole)).toBe("ready");
		const codes = await Promise.all(
			tenths.map(async (tenth) => {
				const cut = (bytes: Buffer) => bytes.subarray(0, Math.floor((bytes.length * tenth) / 10));
				return outcome(await bench.change(whole, `cut-${tenth}-${name}`, cut));
			}),
		);
		expect(codes).toEqual(tenths.map(() => "MEDIA_TRUNCATED"));
	});

	it("says how much is left", async () => {
		const whole = await bench.make("told.mp4", ...video, ...front);
		const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2));
		const probe = await bench.media.probe(await bench.change(whole, "told-cut.mp4", half));
		expect(probe.truncatedHint).toMatch(
			/^The file lists 60 frames and holds \d+: its end is missing\.$/,
		);
	});

	it("is not seen in a video that an editor trimmed without removing frames", async () => {
		const whole = await bench.make("whole.mp4", ...video, "-g", "15", ...front);
		// An edit list that begins inside a group of pictures, as phones write it.
		const trimmed = await bench.make("trimmed.mp4", "-ss", "1.3", "-i", whole, "-c", "copy");
		const probe = await bench.media.probe(trimmed);
		expect(probe.truncatedHint).toBeUndefined();
		expect(probe.durationMs).toBeLessThan(1000);
		expect(await outcome(trimmed)).toBe("ready");
	});
});
