import type { PlayableAction } from "../src/index.ts";
import { aac, front, h264, h264WithB, picture, tone } from "./workbench.ts";

/** One input that people upload, and what must become of it. */
export interface Row {
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

const clip = picture({ seconds: 1 });
const sound = tone(1);
const opus = ["-c:a", "libopus"];
const surround = tone(1, "5.1");
const hdr = ["-color_primaries", "bt2020", "-color_trc", "smpte2084", "-colorspace", "bt2020nc"];

/** Containers × codecs × oddities, a second each. */
export const rows: readonly Row[] = [
	{
		name: "ready.mp4",
		args: [...clip, ...sound, ...h264WithB, ...aac, ...front],
		action: "serve-source",
	},
	{
		name: "index-behind.mp4",
		args: [...clip, ...sound, ...h264WithB, ...aac],
		action: "remux",
	},
	{
		name: "full-range.mp4",
		args: [...clip, "-pix_fmt", "yuvj420p", "-c:v", "libx264"],
		action: "remux",
		channels: 0,
	},
	{
		name: "fragmented.mp4",
		args: [...clip, ...sound, ...h264, ...aac, "-movflags", "frag_keyframe+empty_moov"],
		action: "remux",
	},
	{
		name: "quicktime.mov",
		args: [...clip, ...sound, ...h264, "-c:a", "pcm_s16le"],
		action: "transcode-audio",
		source: { container: "mov" },
	},
	{
		name: "matroska.mkv",
		args: [...clip, ...sound, ...h264WithB, ...aac],
		action: "remux",
		source: { container: "matroska" },
	},
	{
		name: "surround.mkv",
		args: [...clip, ...surround, ...h264, "-c:a", "ac3"],
		action: "transcode-audio",
	},
	{
		name: "surround-aac.mp4",
		args: [...clip, ...surround, ...h264, ...aac, ...front],
		action: "transcode-audio",
	},
	{
		name: "mono.mp4",
		args: [...clip, ...tone(1, "mono"), ...h264, "-c:a", "flac", "-strict", "-2"],
		action: "transcode-audio",
		channels: 1,
	},
	{
		name: "mp3.mp4",
		args: [...clip, ...sound, ...h264, "-c:a", "libmp3lame"],
		action: "remux",
	},
	{
		name: "transport.ts",
		args: [...clip, ...sound, ...h264WithB, ...aac],
		action: "remux",
		source: { container: "mpegts" },
	},
	{
		name: "flash.flv",
		args: [...clip, ...sound, ...h264, ...aac, "-ar", "44100"],
		action: "remux",
		source: { container: "flv" },
	},
	{
		name: "two-sounds.mp4",
		args: [
			...clip,
			...sound,
			...tone(1, "mono"),
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
		args: [...picture({ seconds: 1, rate: "30000/1001" }), ...h264WithB],
		action: "remux",
		channels: 0,
		source: { frameRate: { num: 30_000, den: 1001 } },
		result: { frameRate: { num: 30_000, den: 1001 } },
	},
	{
		name: "wide-pixels.mp4",
		args: [...clip, "-vf", "setsar=4/3", ...h264, ...front],
		action: "serve-source",
		channels: 0,
		source: { width: 427, height: 180 },
	},
	{
		name: "ready.webm",
		args: [
			...clip,
			...sound,
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
			...clip,
			...sound,
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
			...clip,
			...sound,
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
		args: [...clip, ...sound, "-c:v", "libsvtav1", "-preset", "12", ...opus],
		action: "transcode",
		source: { codec: "av1" },
	},
	{
		name: "old.avi",
		args: [...clip, ...sound, "-c:v", "mpeg4", "-c:a", "libmp3lame"],
		action: "transcode",
		source: { container: "avi" },
	},
	{
		name: "h264-b-frames.avi",
		args: [...picture({ seconds: 1, rate: "25" }), ...h264WithB],
		action: "transcode",
		channels: 0,
		frames: 25,
	},
	{
		name: "windows.wmv",
		args: [...clip, ...sound, "-c:v", "wmv2", "-c:a", "wmav2"],
		action: "transcode",
		source: { container: "asf" },
	},
	{
		name: "free.ogv",
		args: [...clip, ...sound, "-c:v", "libtheora", "-c:a", "libvorbis"],
		action: "transcode",
		source: { container: "ogg" },
	},
	{
		name: "disc.mpg",
		args: [...picture({ seconds: 1, rate: "25" }), ...sound, "-c:v", "mpeg2video", "-c:a", "mp2"],
		action: "transcode",
		source: { container: "mpegps" },
		frames: 25,
	},
	{
		name: "studio.mxf",
		args: [...picture({ seconds: 1, rate: "25" }), ...sound, "-c:v", "mpeg2video", "-ar", "48000"],
		action: "transcode",
		source: { container: "mxf" },
		frames: 25,
	},
	{
		name: "prores.mov",
		args: [...clip, "-pix_fmt", "yuv422p10le", "-c:v", "prores_ks"],
		action: "transcode",
		channels: 0,
	},
	{
		name: "ten-bit.mp4",
		args: [...clip, "-pix_fmt", "yuv420p10le", "-c:v", "libx264", "-preset", "ultrafast"],
		action: "transcode",
		channels: 0,
	},
	{
		name: "rgb-screen.mov",
		args: [...clip, "-c:v", "qtrle"],
		action: "transcode",
		channels: 0,
	},
	{
		name: "hdr.mp4",
		args: [
			...clip,
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
			...picture({ seconds: 1, rate: "25" }),
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
		frames: 25,
	},
	{
		name: "odd.mkv",
		args: [...picture({ seconds: 1, size: "321x181", source: "testsrc" }), "-c:v", "ffv1"],
		action: "transcode",
		channels: 0,
		source: { width: 321, height: 181 },
		result: { width: 320, height: 180 },
	},
	{
		name: "wide-pixels.avi",
		args: [...clip, "-vf", "setsar=4/3", "-c:v", "mpeg4"],
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
		args: [...clip, "-frames:v", "1", ...h264],
		action: "remux",
		channels: 0,
		frames: 1,
	},
];
