import type { MediaAudio, MediaProbe, MediaVideo } from "../media-probe.ts";

export type PlayableAction = "serve-source" | "remux" | "transcode-audio" | "transcode";

/** What has to be done so that every browser plays a file, and why, as short phrases. */
export interface PlayablePlan {
	readonly action: PlayableAction;
	readonly reasons: readonly string[];
}

/**
 * Decides from the probe alone. What every browser plays is never encoded again:
 * - MP4 with H.264 (8 bit, 4:2:0, progressive) and stereo AAC or MP3, index in front: as it is.
 * - WebM with VP8 or VP9 and Opus or Vorbis, with duration and cues: as it is. Safari plays it
 *   since 17.4 (2024). AV1 is re-encoded: Safari decodes it only on machines with the hardware.
 * - VP9 in MP4 as well: that is what a recording without duration is copied to.
 * - The same codecs in another shape or container: stream copy. VP8 is the exception, since no
 *   browser plays it from MP4.
 */
export function planPlayable(probe: MediaProbe): PlayablePlan {
	const encodeVideo = whyEncodeVideo(probe.video, probe.container);
	if (encodeVideo.length > 0) return { action: "transcode", reasons: encodeVideo };
	if (isReadyWebm(probe)) return { action: "serve-source", reasons: [] };
	if (probe.video.codec === "vp8") {
		return { action: "transcode", reasons: ["VP8 plays only from an indexed WebM"] };
	}
	const sound = probe.audio[0];
	const encodeAudio = sound ? whyEncodeAudio(sound) : [];
	const repack = whyRepack(probe);
	if (encodeAudio.length > 0) return { action: "transcode-audio", reasons: encodeAudio };
	return repack.length > 0
		? { action: "remux", reasons: repack }
		: { action: "serve-source", reasons: [] };
}

const copyableCodecs = new Set(["h264", "vp8", "vp9"]);
const eightBit420 = new Set(["yuv420p", "yuvj420p"]);

function whyEncodeVideo(video: MediaVideo, container: MediaProbe["container"]): string[] {
	const isNotPlayable = !copyableCodecs.has(video.codec);
	return [
		isNotPlayable && `${video.codec} is not played by every browser`,
		!isNotPlayable && !eightBit420.has(video.pixelFormat) && `pixel format ${video.pixelFormat}`,
		video.hdr && "HDR needs tone mapping",
		video.interlaced && "interlaced",
		video.isMirrored && "mirrored by its metadata",
		// An AVI stores no presentation times: with B-frames a copy would show them in the wrong order.
		(container === "avi" || !video.hasPresentationTimes) && "no presentation times",
	].filter((reason) => reason !== false);
}

const aacProfiles = new Set(["LC", "HE-AAC", "HE-AACv2"]);

/** Empty for sound that every browser plays from MP4. */
export function whyEncodeAudio(audio: MediaAudio): string[] {
	const isPlayable =
		audio.codec === "mp3" || (audio.codec === "aac" && aacProfiles.has(audio.profile ?? "LC"));
	return [
		!isPlayable && `${audio.codec} sound is not played by every browser`,
		audio.channels > 2 && `${audio.channels} channels of sound`,
	].filter((reason) => reason !== false);
}

function isReadyWebm(probe: MediaProbe): boolean {
	const { container, fastStart, video, audio } = probe;
	return (
		container === "webm" &&
		fastStart &&
		(video.codec === "vp8" || video.codec === "vp9") &&
		audio.every(({ codec, channels }) => /^(opus|vorbis)$/.test(codec) && channels <= 2) &&
		hasOnePictureAndSound(probe)
	);
}

function whyRepack(probe: MediaProbe): string[] {
	return [
		probe.container !== "mp4" && `${probe.container} container`,
		probe.container === "mp4" && !probe.fastStart && "index behind the pictures",
		!hasOnePictureAndSound(probe) && "several video or sound tracks",
		probe.startMs > 100 && "does not begin at zero",
	].filter((reason) => reason !== false);
}

function hasOnePictureAndSound(probe: MediaProbe): boolean {
	return probe.otherVideoStreams === 0 && probe.audio.length <= 1;
}
