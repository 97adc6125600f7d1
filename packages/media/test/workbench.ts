import { access, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { type CreateMediaOptions, createMedia } from "../src/index.ts";

/**
 * The programs that npm carries, where it carries them (Linux on x64); else those that are
 * installed. They start ten times as fast as Debian's, which load 200 libraries.
 */
export async function carriedTools(): Promise<Partial<CreateMediaOptions>> {
	if (process.platform !== "linux" || process.arch !== "x64") return {};
	const { ffmpegPath, ffprobePath } = await createMedia({
		searchPath: "",
		scratchDir: join(tmpdir(), "nuclom-media-carried"),
	}).check();
	return { ffmpegPath, ffprobePath };
}

/** A temporary folder, a Media that works in it, and the ffmpeg that it found to make inputs with. */
export async function openWorkbench(options: Partial<CreateMediaOptions> = {}) {
	const dir = await mkdtemp(join(tmpdir(), "nuclom-media-"));
	const path = (name: string) => join(dir, name);
	const media = createMedia({
		scratchDir: path("scratch"),
		...options,
	});
	const tools = await media.check();
	return {
		dir,
		media,
		tools,
		path,
		/** Runs ffmpeg as a person would, to make an input; returns the file that it wrote. */
		make: async (name: string, ...args: string[]) => {
			await execa(tools.ffmpegPath, ["-v", "error", "-nostdin", "-y", ...args, path(name)]);
			return path(name);
		},
		/** Decodes everything; what ffmpeg complains about. */
		complaints: async (file: string) => {
			const args = ["-v", "error", "-nostdin", "-i", file, "-f", "null", "-"];
			return (await execa(tools.ffmpegPath, args, { reject: false })).stderr;
		},
		/** The mean color of a part of the picture, as [red, green, blue]. */
		color: async (file: string, crop: string) => {
			const filters = `crop=${crop},scale=1:1:flags=area,format=rgb24`;
			const args = ["-v", "error", "-nostdin", "-i", file, "-frames:v", "1", "-vf", filters];
			const { stdout } = await execa(tools.ffmpegPath, [...args, "-f", "rawvideo", "-"], {
				encoding: "buffer",
			});
			return [...stdout];
		},
		write: async (name: string, content: string | Uint8Array) => {
			await writeFile(path(name), content);
			return path(name);
		},
		/** A copy of a file, changed in its bytes. */
		change: async (source: string, name: string, edit: (bytes: Buffer) => Buffer) => {
			await writeFile(path(name), edit(await readFile(source)));
			return path(name);
		},
		exists: async (file: string) =>
			access(file).then(
				() => true,
				() => false,
			),
		close: () => rm(dir, { recursive: true, force: true }),
	};
}

export type Workbench = Awaited<ReturnType<typeof openWorkbench>>;

/** A moving test picture. */
export function picture(
	options: { seconds?: number; rate?: string; size?: string; source?: string } = {},
): string[] {
	const { seconds = 2, rate = "30", size = "320x180", source = "testsrc2" } = options;
	return ["-f", "lavfi", "-i", `${source}=size=${size}:rate=${rate}:duration=${seconds}`];
}

export function tone(seconds = 2, layout = "stereo"): string[] {
	const channels = { mono: "sin(2764*t)", stereo: "sin(2764*t)|sin(2764*t)" }[layout];
	const source = channels ?? Array(6).fill("sin(2764*t)").join("|");
	return ["-f", "lavfi", "-i", `aevalsrc=${source}:channel_layout=${layout}:d=${seconds}`];
}

export const h264 = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"];
/** With B-frames, as cameras and editors write it. */
export const h264WithB = ["-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p"];
export const aac = ["-c:a", "aac"];
export const front = ["-movflags", "+faststart"];

/** Rewrites the display matrix of an MP4's first track (ISO 14496-12, tkhd, version 0). */
export function withMatrix(bytes: Buffer, [a, b, c, d]: [number, number, number, number]): Buffer {
	const changed = Buffer.from(bytes);
	const matrix = changed.indexOf("tkhd", 0, "latin1") - 4 + 48;
	[a, b, 0, c, d, 0].forEach((value, index) => {
		changed.writeInt32BE(value * 65536, matrix + index * 4);
	});
	return changed;
}
