import { crc32, deflateSync } from "node:zlib";
import { AppError } from "@nuclom/core";
import { afterAll, beforeAll, expect, it } from "vitest";
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

/** The code of the step at which a job would fail; "ready" where none does. */
async function outcome(file: string): Promise<string> {
	const outFile = `${file}.out.mp4`;
	const answer = await bench.media
		.probe(file)
		.then((probe) => bench.media.makePlayable(file, outFile, probe))
		.then(() => "ready")
		.catch((error: unknown) => (AppError.isInstance(error) ? error.code : String(error)));
	expect(await bench.exists(outFile)).toBe(answer === "ready");
	return answer;
}

it("a name that looks like a protocol, a pattern or an option is only a name", async () => {
	const real = await bench.make("real.mp4", ...picture({ seconds: 0.2 }), ...h264);
	for (const name of ["concat:a|b.mp4", "-i.mp4", "100%d.mp4", "naïve ☃ 'quoted'.mp4"]) {
		expect(await outcome(await bench.change(real, name, (bytes) => bytes))).toBe("ready");
	}
});

it("a picture of 100,000 × 100,000 is refused", async () => {
	const png = await bench.write("bomb.mp4", pngHeader(100_000));
	expect(await outcome(png)).toBe("MEDIA_NOT_A_VIDEO");
	const modest = await bench.make("modest.mov", ...picture({ seconds: 0.2 }), "-c:v", "png");
	expect(await outcome(modest)).toBe("ready");
	const bomb = await bench.change(modest, "bomb.mov", (bytes) => inflatePngs(bytes, 100_000));
	expect(await outcome(bomb)).toMatch(/^MEDIA_(FAILED|UNSUPPORTED|LIMIT_EXCEEDED)$/);
});

it("a container that claims a picture beyond the limit is refused", async () => {
	const size = { seconds: 0.2, size: "400x300" };
	const modest = await bench.make("claim.mkv", ...picture(size), "-c:v", "ffv1");
	const claim = await bench.change(modest, "claim-large.mkv", (bytes) => {
		// PixelWidth 400 and PixelHeight 300, as Matroska writes them.
		const at = bytes.indexOf(Buffer.from("b0820190ba82012c", "hex"));
		expect(at).toBeGreaterThan(0);
		Buffer.from("b082fffeba82fffe", "hex").copy(bytes, at);
		return bytes;
	});
	expect(await outcome(claim)).toBe("MEDIA_LIMIT_EXCEEDED");
});

it("an endless duration is refused, claimed or real", async () => {
	const modest = await bench.make("short.mkv", ...picture({ seconds: 0.2 }), ...h264);
	const endless = await bench.change(modest, "endless.mkv", (bytes) => {
		// Duration, a double of eight bytes.
		const at = bytes.indexOf(Buffer.from("448988", "hex"));
		expect(at).toBeGreaterThan(0);
		bytes.writeDoubleBE(1e12, at + 3);
		return bytes;
	});
	expect(await outcome(endless)).toBe("MEDIA_LIMIT_EXCEEDED");
	const farApart = ["-vf", "setpts=N*40000/TB", "-fps_mode", "passthrough", "-c:v", "ffv1"];
	const sparse = await bench.make("sparse.mkv", ...picture({ seconds: 0.2 }), ...farApart);
	expect(await outcome(sparse)).toBe("MEDIA_LIMIT_EXCEEDED");
});

it("more streams than a film has are refused", async () => {
	const many = Array.from({ length: 70 }, () => ["-map", "0:0"]).flat();
	const file = await bench.make("many.mkv", ...tone(0.2), ...many, "-c:a", "pcm_s16le");
	await expect(bench.media.probe(file)).rejects.toMatchObject({
		code: "MEDIA_LIMIT_EXCEEDED",
		message: "This file has 70 streams; at most 64 are taken.",
	});
});

it("more frames than are taken end the reading", async () => {
	const strict = await openWorkbench({ ...bench.tools, limits: { maxFrames: 5 } });
	const file = await bench.make("six.mp4", ...picture({ seconds: 0.2 }), ...h264);
	const refused = strict.media.probe(file);
	await expect(refused).rejects.toMatchObject({ code: "MEDIA_LIMIT_EXCEEDED" });
	await expect(strict.media.frameTimes(file)).rejects.toMatchObject({
		message: "This video has more than 5 frames.",
	});
	await strict.close();
});

it("a flipped bit anywhere gets an answer, and no half result", async () => {
	const media = [...picture({ seconds: 0.5 }), ...tone(0.5), ...h264, ...aac, ...front];
	const whole = await bench.make("flip.mp4", ...media);
	const shares = [0.01, 0.03, 0.05, 0.08, 0.1, 0.2, 0.5, 0.9];
	const answers = await Promise.all(
		shares.map(async (share) => {
			const flipped = await bench.change(whole, `flip-${share}.mp4`, (bytes) => {
				const at = Math.floor(bytes.length * share);
				bytes.writeUInt8(bytes.readUInt8(at) ^ 0x40, at);
				return bytes;
			});
			return outcome(flipped);
		}),
	);
	for (const answer of answers) expect(answer).toMatch(/^(ready|MEDIA_[A-Z_]+)$/);
});

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const sum = Buffer.alloc(4);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, sum]);
}

function imageHeader(side: number): Buffer {
	const data = Buffer.alloc(13);
	data.writeUInt32BE(side, 0);
	data.writeUInt32BE(side, 4);
	data.set([1, 0, 0, 0, 0], 8);
	return chunk("IHDR", data);
}

function pngHeader(side: number): Buffer {
	const signature = Buffer.from("89504e470d0a1a0a", "hex");
	const pixels = chunk("IDAT", deflateSync(Buffer.alloc(1_000_000)));
	return Buffer.concat([signature, imageHeader(side), pixels, chunk("IEND", Buffer.alloc(0))]);
}

/** Makes every PNG inside a file claim a side; the container goes on saying the old one. */
function inflatePngs(bytes: Buffer, side: number): Buffer {
	for (let at = bytes.indexOf("IHDR"); at >= 0; at = bytes.indexOf("IHDR", at + 1)) {
		imageHeader(side).copy(bytes, at - 4);
	}
	return bytes;
}
