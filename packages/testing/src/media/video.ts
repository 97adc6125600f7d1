import { createHash, randomUUID } from "node:crypto";
import { access, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { requireProgram } from "../process/find-program.ts";

export interface VideoOptions {
	/** Default 2. */
	readonly seconds?: number;
	/** Default `320x180`. */
	readonly size?: `${number}x${number}`;
	/** Frames per second, a rational such as `30000/1001` as well. Default 30. */
	readonly fps?: number | `${number}/${number}`;
	/** Default `h264`, or `vp9` in WebM. `none`: sound only. */
	readonly codec?: "h264" | "hevc" | "vp9" | "av1" | "none";
	/** Default `tone`, or `speech` when a text is given. */
	readonly audio?: "tone" | "speech" | "none";
	/** English. The speech is cut or followed by silence where it does not fill the seconds. */
	readonly speechText?: string;
	/** Writes each frame's number, from 0, into the picture. */
	readonly burnFrameNumbers?: boolean;
	/** Default `mp4`. */
	readonly container?: "mp4" | "mov" | "mkv" | "webm" | "wav" | "m4a";
	/** Puts an MP4's index before the data, as streaming wants it. Default false, as cameras do. */
	readonly isFastStart?: boolean;
	/** Frames between keyframes. Default: two seconds of them. */
	readonly keyframeInterval?: number;
}

const encoders = {
	h264: ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"],
	hevc: ["-c:v", "libx265", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-tag:v", "hvc1"],
	vp9: ["-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-b:v", "500k"],
	av1: ["-c:v", "libsvtav1", "-preset", "12"],
	none: ["-vn"],
} as const;

type Filled = Required<Omit<VideoOptions, "keyframeInterval">> & { keyframeInterval: number };

function withDefaults(options: VideoOptions): Filled {
	const { container = "mp4", fps = 30 } = options;
	const isSoundOnly = container === "wav" || container === "m4a";
	const [over = 30, under = 1] = String(fps).split("/").map(Number);
	return {
		seconds: 2,
		size: "320x180",
		fps,
		codec: isSoundOnly ? "none" : container === "webm" ? "vp9" : "h264",
		audio: options.speechText ? "speech" : "tone",
		speechText: "Hello there. This is a test of the transcription.",
		burnFrameNumbers: false,
		container,
		isFastStart: false,
		keyframeInterval: Math.round((2 * over) / under),
		...options,
	};
}

function pictureInput({ codec, size, fps, seconds, burnFrameNumbers }: Filled): string[] {
	if (codec === "none") return [];
	const source = `testsrc2=size=${size}:rate=${fps}:duration=${seconds}`;
	const style = "fontsize=h/4:fontcolor=white:box=1:boxcolor=black:x=(w-tw)/2:y=(h-th)/2";
	const label = burnFrameNumbers ? `,drawtext=text='%{n}':${style}` : "";
	return ["-f", "lavfi", "-i", `${source}${label}`];
}

/** The text goes by file: it may hold what a filter's syntax would take for its own. */
function soundInput({ audio, seconds }: Filled, textFile: string): string[] {
	if (audio === "none") return [];
	if (audio === "tone") return ["-f", "lavfi", "-i", `sine=frequency=440:duration=${seconds}`];
	return ["-f", "lavfi", "-i", `flite=textfile=${textFile}:voice=slt,apad`];
}

function soundOutput({ audio, container }: Filled): string[] {
	if (audio === "none") return ["-an"];
	if (container === "wav") return ["-c:a", "pcm_s16le", "-ar", "16000", "-ac", "1"];
	return container === "webm" ? ["-c:a", "libopus"] : ["-c:a", "aac"];
}

function ffmpegArguments(options: Filled, textFile: string, output: string): string[] {
	const args = ["-nostdin", "-v", "error", "-y"];
	args.push(...pictureInput(options), ...soundInput(options, textFile));
	args.push("-t", String(options.seconds), ...encoders[options.codec]);
	if (options.codec !== "none") args.push("-g", String(options.keyframeInterval));
	args.push(...soundOutput(options));
	if (options.isFastStart) args.push("-movflags", "+faststart");
	// Nothing of the day or of the encoder's version: the same options give the same bytes.
	return [...args, "-fflags", "+bitexact", "-flags", "+bitexact", output];
}

async function requireFlite(ffmpeg: string): Promise<void> {
	const { stdout } = await execa(ffmpeg, ["-hide_banner", "-filters"]);
	if (/\bflite\b/.test(stdout)) return;
	throw new Error("This ffmpeg cannot speak (no flite filter). Run: apt-get install -y ffmpeg");
}

async function produce(ffmpeg: string, options: Filled, folder: string, name: string) {
	const draft = `${randomUUID()}.${options.container}`;
	const textFile = `${draft}.txt`;
	try {
		if (options.audio === "speech") {
			await requireFlite(ffmpeg);
			await writeFile(join(folder, textFile), options.speechText);
		}
		// Names without a folder: a filter's syntax has its own idea of some characters of a path.
		await execa(ffmpeg, ffmpegArguments(options, textFile, draft), { cwd: folder });
		await rename(join(folder, draft), join(folder, name));
	} finally {
		await rm(join(folder, textFile), { force: true });
		await rm(join(folder, draft), { force: true });
	}
}

/**
 * A small real video (or sound) with a moving test picture. Made once per machine and kept under the system's
 * temporary folder by a key of everything that decides its content: never write to the file that is returned.
 */
export async function makeVideo(options: VideoOptions = {}): Promise<string> {
	const ffmpeg = await requireProgram("ffmpeg", "ffmpeg");
	const filled = withDefaults(options);
	const { stdout } = await execa(ffmpeg, ["-version"]);
	const key = createHash("sha256")
		.update(
			JSON.stringify([stdout.split("\n")[0], ffmpegArguments(filled, "", ""), filled.speechText]),
		)
		.digest("hex")
		.slice(0, 24);
	const folder = join(tmpdir(), `nuclom-media-${userInfo().uid}`);
	const name = `${key}.${filled.container}`;
	await mkdir(folder, { recursive: true, mode: 0o700 });
	const isThere = await access(join(folder, name)).then(
		() => true,
		() => false,
	);
	if (!isThere) await produce(ffmpeg, filled, folder, name);
	return join(folder, name);
}
