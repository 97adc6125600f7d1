import { chmod, copyFile, stat } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aac, h264, openWorkbench, picture, tone, type Workbench } from "../../test/workbench.ts";
import { createMedia } from "../index.ts";
import { makeRunnable } from "./fallback.ts";

const isCarried = process.platform === "linux" && process.arch === "x64";
let bench: Workbench;
beforeAll(async () => {
	bench = await openWorkbench();
});
afterAll(() => bench.close());

const mediaWith = (options: Partial<Parameters<typeof createMedia>[0]>) =>
	createMedia({ scratchDir: bench.path("scratch"), ...options });

async function script(name: string, text: string): Promise<string> {
	const path = await bench.write(name, `#!/bin/sh\n${text}\n`);
	await chmod(path, 0o755);
	return path;
}

describe("with nothing installed", () => {
	it("works with the programs that npm carries, on Linux x64", async () => {
		const media = mediaWith({ searchPath: "" });
		if (!isCarried) {
			await expect(media.check()).rejects.toMatchObject({ code: "MEDIA_TOOLS_MISSING" });
			return;
		}
		const check = await media.check();
		expect(check.ffmpegPath).toContain("@ffmpeg-binary");
		expect(check.ffprobePath).toContain("@ffprobe-installer");
		expect(check.ffmpegVersion).toMatch(/^n7\.0/);
		const mkv = await bench.make(
			"carried.mkv",
			...picture({ seconds: 1 }),
			...tone(1),
			...h264,
			...aac,
		);
		const copied = await media.makePlayable(mkv, bench.path("c.mp4"), await media.probe(mkv));
		expect(copied).toMatchObject({ durationMs: expect.any(Number), video: { frameCount: 30 } });
		const avi = await bench.make(
			"carried.avi",
			...picture({ seconds: 1 }),
			...tone(1),
			"-c:v",
			"mpeg4",
			"-c:a",
			"ac3",
		);
		const source = await media.probe(avi);
		const encoded = await media.makePlayable(avi, bench.path("e.mp4"), source);
		expect(encoded).toMatchObject({ video: { codec: "h264" }, audio: [{ codec: "aac" }] });
		// Its ffprobe once crashed on the names in a transport stream.
		const ts = await bench.make("carried.ts", ...picture({ seconds: 1 }), ...h264);
		expect((await media.probe(ts)).container).toBe("mpegts");
		const still = bench.path("carried.webp");
		expect((await media.makePoster(avi, still, source, { maxWidth: 160 })).width).toBe(160);
	});

	it("copies a program that it may not make executable", async () => {
		const plain = await bench.write("read-only", "#!/bin/sh\necho ran\n");
		await chmod(plain, 0o644);
		const folder = bench.path("copies");
		expect(await makeRunnable(plain, folder)).toBe(plain);
		expect((await stat(plain)).mode & 0o111).toBe(0o111);
		expect(await makeRunnable(bench.path("absent"), folder)).toBeUndefined();
		// A folder that is not ours: chmod fails on a path of /proc, even for root.
		const foreign = "/proc/version";
		const copy = await makeRunnable(foreign, folder);
		expect(copy).toBe(`${folder}/bin/version`);
		expect((await stat(copy ?? "")).mode & 0o111).toBe(0o111);
		expect(await makeRunnable(foreign, folder)).toBe(copy);
	});
});

describe("the program to use", () => {
	it("is the explicit one, and no other", async () => {
		const media = mediaWith({ ffmpegPath: bench.path("nowhere") });
		await expect(media.check()).rejects.toMatchObject({
			code: "MEDIA_TOOLS_MISSING",
			message: `ffmpeg cannot be used: ${bench.path("nowhere")} is no program.`,
			hint: expect.stringContaining("FFMPEG_PATH"),
			data: { install: expect.stringContaining("ffmpeg") },
		});
	});

	it.each([
		["does not run", "exit 1"],
		["is 4.4.2, older than 5.1", "echo 'ffmpeg version 4.4.2 Copyright'"],
		[
			"has no libx264, aac, mjpeg",
			`case "$*" in -version) echo 'ffmpeg version 7.1 Copyright';; *) echo ' V..... vp9 ';; esac`,
		],
	])("is refused where it %s", async (why, text) => {
		const path = await script("ffmpeg", text);
		const media = mediaWith({ ffmpegPath: path });
		await expect(media.check()).rejects.toMatchObject({
			message: `ffmpeg cannot be used: ${path} ${why}.`,
		});
	});

	it("is the carried one where the installed one lacks what is needed", async () => {
		await script("ffmpeg", "echo 'ffmpeg version 4.4.2 Copyright'");
		await copyFile(bench.path("ffmpeg"), bench.path("ffprobe"));
		const check = mediaWith({
			searchPath: bench.dir,
			ffprobePath: bench.tools.ffprobePath,
		}).check();
		if (isCarried) expect((await check).ffmpegPath).toContain("@ffmpeg-binary");
		else await expect(check).rejects.toMatchObject({ code: "MEDIA_TOOLS_MISSING" });
	});

	it("is looked for again after it was missing", async () => {
		const path = bench.path("later");
		const media = mediaWith({ ffmpegPath: path, ffprobePath: bench.tools.ffprobePath });
		await expect(media.check()).rejects.toMatchObject({ code: "MEDIA_TOOLS_MISSING" });
		await script("later", `exec ${bench.tools.ffmpegPath} "$@"`);
		expect((await media.check()).ffmpegPath).toBe(path);
	});
});
