import { readFile, symlink } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { h264, openWorkbench, picture, type Workbench, withMatrix } from "../../test/workbench.ts";

let bench: Workbench;
beforeAll(async () => {
	bench = await openWorkbench();
});
afterAll(() => bench.close());

async function poster(
	file: string,
	name: string,
	options: { atMs?: number; maxWidth?: number } = {},
) {
	const probe = await bench.media.probe(file);
	const outFile = bench.path(name);
	const made = await bench.media.makePoster(file, outFile, probe, { maxWidth: 1280, ...options });
	return { ...made, outFile };
}

/** One second of black, then a picture, in one group of pictures. */
const fromBlack = [
	...["-f", "lavfi", "-i"],
	"color=black:s=320x180:r=30:d=1[a];testsrc2=s=320x180:r=30:d=2[b];[a][b]concat",
	...h264,
	...["-g", "300", "-sc_threshold", "0"],
];

it("shows the picture, not the black before it", async () => {
	const file = await bench.make("from-black.mp4", ...fromBlack);
	const { atMs, outFile, width, height } = await poster(file, "from-black.jpg");
	expect(atMs).toBeGreaterThanOrEqual(1000);
	expect([width, height]).toEqual([320, 180]);
	expect((await readFile(outFile)).subarray(0, 3).toString("hex")).toBe("ffd8ff");
	const color = await bench.color(outFile, "320:180:0:0");
	expect(Math.max(...color)).toBeGreaterThan(60);
});

it("shows black where there is nothing else", async () => {
	const black = ["-f", "lavfi", "-i", "color=black:s=320x180:r=30:d=0.5", ...h264];
	const made = await poster(await bench.make("black.mp4", ...black), "black.jpg");
	expect(made).toMatchObject({ width: 320, height: 180 });
	expect(made.atMs).toBeLessThan(500);
});

it.each([
	["30", 500, 500],
	["30", 520, 500],
	["30000/1001", 1000, 968],
	["30", 0, 0],
	["30", 99_000, 1967],
])("at %s frames a second, shows at %d ms the frame of %d ms", async (rate, atMs, shownMs) => {
	const file = await bench.make("rate.mp4", ...picture({ rate }), ...h264);
	const made = await poster(file, "rate.webp", { atMs, maxWidth: 160 });
	expect(made).toMatchObject({ atMs: shownMs, width: 160, height: 90 });
	expect((await readFile(made.outFile)).toString("latin1", 8, 12)).toBe("WEBP");
});

it("shows rotated and anamorphic pictures as a viewer sees them", async () => {
	const upright = await bench.make("upright.mp4", ...picture({ seconds: 0.2 }), ...h264);
	const turned = await bench.change(upright, "turned.mp4", (bytes) =>
		withMatrix(bytes, [0, 1, -1, 0]),
	);
	expect(await poster(turned, "turned.jpg")).toMatchObject({ width: 180, height: 320 });
	const wide = ["-vf", "setsar=2", ...h264];
	const anamorphic = await bench.make("wide.mp4", ...picture({ seconds: 0.2 }), ...wide);
	expect(await poster(anamorphic, "wide.jpg", { maxWidth: 320 })).toMatchObject({
		width: 320,
		height: 90,
	});
	expect(await sizeOf(bench.path("turned.jpg"))).toEqual([180, 320]);
	expect(await sizeOf(bench.path("wide.jpg"))).toEqual([320, 90]);
});

/** From the frame header of a baseline JPEG (ITU T.81, SOF0). */
async function sizeOf(jpeg: string): Promise<[number, number]> {
	const bytes = await readFile(jpeg);
	const frame = bytes.indexOf(Buffer.from("ffc0", "hex"));
	return [bytes.readUInt16BE(frame + 7), bytes.readUInt16BE(frame + 5)];
}

it("brings HDR to an ordinary screen", async () => {
	const pq = ["-color_primaries", "bt2020", "-color_trc", "smpte2084", "-colorspace", "bt2020nc"];
	const x265 = ["-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=error"];
	const hdr = [...picture({ seconds: 0.2 }), "-pix_fmt", "yuv420p10le", ...x265, ...pq];
	const made = await poster(await bench.make("hdr.mp4", ...hdr), "hdr.jpg");
	expect(made).toMatchObject({ width: 320, height: 180 });
});

it("leaves nothing behind when the disk is full, and says so", async () => {
	const file = await bench.make("full.mp4", ...picture({ seconds: 0.2 }), ...h264);
	await symlink("/dev/full", bench.path("full.jpg"));
	await expect(poster(file, "full.jpg", { atMs: 0 })).rejects.toMatchObject({ code: "DISK_FULL" });
	await symlink("/dev/full", bench.path("full-out.mp4"));
	const probe = await bench.media.probe(file);
	const outFile = bench.path("full-out.mp4");
	await expect(bench.media.makePlayable(file, outFile, probe)).rejects.toMatchObject({
		code: "DISK_FULL",
		isRetryable: true,
	});
	expect(await bench.exists(outFile)).toBe(false);
});

it("knows only JPEG and WebP", async () => {
	const file = await bench.make("kind.mp4", ...picture({ seconds: 0.2 }), ...h264);
	await expect(poster(file, "kind.png")).rejects.toMatchObject({ code: "INPUT_INVALID" });
});
