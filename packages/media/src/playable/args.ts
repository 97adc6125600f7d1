import { fileUrl, inputArgs } from "../input.ts";
import type { MediaLimits } from "../limits.ts";
import type { MediaAudio, MediaProbe, MediaVideo } from "../media-probe.ts";
import { toNumber } from "../probe/rational.ts";
import { isRgb, screenFilters } from "./filters.ts";
import type { Recipe } from "./recipe.ts";
import { fitShortSide } from "./size.ts";

interface PlayableJob {
	readonly file: string;
	readonly outFile: string;
	readonly probe: MediaProbe;
	readonly recipe: Recipe;
	readonly limits: MediaLimits;
}

/** ffmpeg's arguments for one fast-start MP4 with one picture and at most one sound. */
export function playableArgs(job: PlayableJob): string[] {
	const { file, outFile, probe, recipe, limits } = job;
	const sound = probe.audio[0];
	return [
		...inputArgs(file, limits),
		...["-map", `0:${probe.video.index}`],
		...(sound ? ["-map", `0:${sound.index}`] : []),
		// A phone writes where it was into the metadata; the viewers need none of it.
		...["-map_metadata", "-1", "-map_chapters", "-1", "-sn", "-dn"],
		...(recipe.encodesVideo ? videoEncoding(probe.video, limits) : videoCopy(probe.video)),
		...(sound ? soundArgs(sound, recipe) : []),
		// No gap in the times may make a result longer than its source.
		...["-t", ((probe.durationMs + 1000) / 1000).toFixed(3)],
		...["-max_muxing_queue_size", "4096"],
		...["-movflags", "+faststart", "-f", "mp4"],
		...["-fs", String(maxPlayableBytes(probe, recipe, limits))],
		...["-progress", "pipe:1", "-stats_period", "0.5"],
		fileUrl(outFile),
	];
}

/** The most that a result can honestly weigh: what is copied, or what the encoder may spend. */
export function maxPlayableBytes(
	probe: MediaProbe,
	{ encodesVideo }: Recipe,
	limits: MediaLimits,
): number {
	const spent = encodesVideo ? maxBitRate(probe.video, limits) * 2 : 0;
	// Sound may be copied beside an encoded picture.
	const copied = probe.sizeBytes * 1.1;
	const seconds = (probe.durationMs + 1000) / 1000;
	const perFrame = probe.video.frameCount * 64;
	const bytes = copied + perFrame + (seconds * (spent + 512_000)) / 8 + 16 * 1024 * 1024;
	return Math.min(limits.maxOutputBytes, Math.ceil(bytes));
}

function videoCopy(video: MediaVideo): string[] {
	return ["-c:v", "copy", ...(video.codec === "h264" ? ["-tag:v", "avc1"] : [])];
}

function videoEncoding(video: MediaVideo, limits: MediaLimits): string[] {
	const size = fitShortSide(video, limits.maxPlayableShortSide);
	const filters = [...screenFilters(video, size), "scale=out_range=limited", "format=yuv420p"].join(
		",",
	);
	const bitRate = maxBitRate(video, limits);
	return [
		...["-vf", filters, "-c:v", "libx264", "-preset", "veryfast", "-crf", "21"],
		...["-maxrate", String(bitRate), "-bufsize", String(bitRate * 2)],
		...["-profile:v", "high", "-threads:v", String(limits.threads)],
		...["-force_key_frames:v", "expr:gte(t,n_forced*2)"],
		// Every frame keeps its own time, to the tick of the source's clock.
		...["-fps_mode:v", "vfr", "-enc_time_base:v", encoderClock(video)],
		...(isRgb(video) || video.hdr ? colorTags : []),
	];
}

const colorTags = [
	...["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"],
	...["-color_range", "tv"],
];

/** A clock finer than a microsecond overflows MP4's 32-bit durations within seconds. */
function encoderClock({ timeBase: { num, den } }: MediaVideo): string {
	return den > 1_000_000 ? "1:90000" : `${num}:${den}`;
}

/** 0.2 bits per pixel: about 12 Mbit/s for 1080p30; never under 1 or over 40 Mbit/s. */
function maxBitRate(video: MediaVideo, limits: MediaLimits): number {
	const { width, height } = fitShortSide(video, limits.maxPlayableShortSide);
	const rate = Math.min(toNumber(video.frameRate), 120);
	return Math.round(Math.min(40e6, Math.max(1e6, 0.2 * width * height * rate)));
}

function soundArgs(sound: MediaAudio, { encodesAudio }: Recipe): string[] {
	if (!encodesAudio) return ["-c:a", "copy"];
	const sampleRate = sound.sampleRate === 44_100 ? 44_100 : 48_000;
	return [
		...["-c:a", "aac", "-b:a", sound.channels === 1 ? "96k" : "160k"],
		...["-ac", String(Math.min(2, sound.channels)), "-ar", String(sampleRate)],
		// Silence where the source has gaps or starts late, so that sound and picture stay together.
		...["-af", "aresample=async=1:first_pts=0"],
	];
}
