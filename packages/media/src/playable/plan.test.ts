import { describe, expect, it } from "vitest";
import { exampleAudio, exampleProbe, exampleVideo } from "../../test/example-probe.ts";
import type { MediaProbe, MediaVideo } from "../media-probe.ts";
import { planPlayable } from "./plan.ts";

const withVideo = (video: Partial<MediaVideo>, probe: Partial<MediaProbe> = {}): MediaProbe => ({
	...exampleProbe,
	...probe,
	video: { ...exampleVideo, ...video },
});
const opus = { ...exampleAudio, codec: "opus", profile: undefined };
const webm = { container: "webm", audio: [opus] } as const;

describe("planPlayable", () => {
	it("serves what every browser plays", () => {
		expect(planPlayable(exampleProbe)).toEqual({ action: "serve-source", reasons: [] });
		expect(planPlayable({ ...exampleProbe, audio: [] }).action).toBe("serve-source");
		expect(planPlayable(withVideo({ codec: "vp9" }, webm)).action).toBe("serve-source");
		expect(planPlayable(withVideo({ codec: "vp8" }, webm)).action).toBe("serve-source");
	});

	it.each<[string, Partial<MediaProbe>]>([
		["index behind the pictures", { fastStart: false }],
		["matroska container", { container: "matroska" }],
		["mov container", { container: "mov" }],
		["several video or sound tracks", { audio: [exampleAudio, exampleAudio] }],
		["several video or sound tracks", { otherVideoStreams: 1 }],
		["does not begin at zero", { startMs: 1400 }],
	])("copies where only the wrapping is wrong: %s", (reason, change) => {
		const plan = planPlayable({ ...exampleProbe, ...change });
		expect(plan).toEqual({ action: "remux", reasons: [reason] });
	});

	it.each([
		["opus sound is not played by every browser", opus],
		["aac sound is not played by every browser", { ...exampleAudio, profile: "Main" }],
		["6 channels of sound", { ...exampleAudio, channels: 6 }],
	])("re-encodes the sound alone: %s", (reason, audio) => {
		const plan = planPlayable({ ...exampleProbe, audio: [audio] });
		expect(plan).toEqual({ action: "transcode-audio", reasons: [reason] });
	});

	it.each<[string, Partial<MediaVideo>]>([
		["hevc is not played by every browser", { codec: "hevc" }],
		["av1 is not played by every browser", { codec: "av1" }],
		["pixel format yuv420p10le", { pixelFormat: "yuv420p10le" }],
		["pixel format yuv444p", { pixelFormat: "yuv444p" }],
		["HDR needs tone mapping", { hdr: true }],
		["interlaced", { interlaced: true }],
		["mirrored by its metadata", { isMirrored: true }],
		["no presentation times", { hasPresentationTimes: false }],
	])("encodes the picture: %s", (reason, video) => {
		expect(planPlayable(withVideo(video))).toEqual({ action: "transcode", reasons: [reason] });
	});

	it("does not copy VP8 out of a WebM that has no index", () => {
		const plan = planPlayable(withVideo({ codec: "vp8" }, { ...webm, fastStart: false }));
		expect(plan.action).toBe("transcode");
	});

	it("gives every reason", () => {
		const plan = planPlayable(withVideo({ codec: "prores", interlaced: true, hdr: true }));
		expect(plan.reasons).toHaveLength(3);
	});
});
