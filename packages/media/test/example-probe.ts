import type { MediaAudio, MediaProbe, MediaVideo } from "../src/index.ts";

export const exampleVideo: MediaVideo = {
	index: 0,
	codec: "h264",
	profile: "High",
	pixelFormat: "yuv420p",
	width: 1920,
	height: 1080,
	codedWidth: 1920,
	codedHeight: 1080,
	rotation: 0,
	isMirrored: false,
	sampleAspectRatio: { num: 1, den: 1 },
	frameRate: { num: 30, den: 1 },
	isVariableFrameRate: false,
	frameCount: 300,
	hasPresentationTimes: true,
	timeBase: { num: 1, den: 15_360 },
	colorTransfer: undefined,
	hdr: false,
	interlaced: false,
};

export const exampleAudio: MediaAudio = {
	index: 1,
	codec: "aac",
	profile: "LC",
	channels: 2,
	sampleRate: 48_000,
	isDefault: true,
};

/** What every browser plays: 10 s of 1080p30 H.264 and AAC in a fast-start MP4. */
export const exampleProbe: MediaProbe = {
	container: "mp4",
	durationMs: 10_000,
	startMs: 0,
	sizeBytes: 5_000_000,
	bitRate: 4_000_000,
	fastStart: true,
	video: exampleVideo,
	otherVideoStreams: 0,
	audio: [exampleAudio],
};
