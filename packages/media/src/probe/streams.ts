import { AppError } from "@nuclom/core";
import type { MediaAudio } from "../media-probe.ts";
import type { Header, HeaderStream } from "./header.ts";
import { audioOnly, noPicture } from "./identify.ts";

/** Moving pictures; not cover art, not thumbnails. */
export function movingPictures(header: Header): HeaderStream[] {
	return header.streams.filter(
		(stream) =>
			stream.codec_type === "video" &&
			!["attached_pic", "still_image", "timed_thumbnails"].some(
				(flag) => stream.disposition?.[flag] === 1,
			),
	);
}

/**
 * The video stream that is played: the default one, else the first.
 * @throws MEDIA_NOT_A_VIDEO where there is none, MEDIA_UNSUPPORTED where no decoder knows it
 */
export function chooseVideo(header: Header): HeaderStream {
	const streams = movingPictures(header);
	if (streams.length === 0) throw hasSound(header) ? audioOnly() : noPicture();
	const readable = streams.filter((each) => isKnown(each) && (each.width ?? 0) > 0);
	const chosen = readable.find((each) => each.disposition?.default === 1) ?? readable[0];
	if (chosen === undefined) throw unknownCodec(streams[0]);
	if (isEncrypted(chosen)) throw encrypted();
	return chosen;
}

/** Sound that can be decoded, the one that is played first: the default one, else the first. */
export function readAudio(header: Header): MediaAudio[] {
	const audio = header.streams
		.filter((each) => each.codec_type === "audio" && isKnown(each) && !isEncrypted(each))
		.map(describeAudio)
		.filter((each) => each.channels > 0 && each.sampleRate > 0);
	return audio.sort((a, b) => Number(b.isDefault) - Number(a.isDefault) || a.index - b.index);
}

function describeAudio(stream: HeaderStream): MediaAudio {
	const language = stream.tags?.language;
	return {
		index: stream.index,
		codec: stream.codec_name ?? "",
		profile: stream.profile,
		channels: stream.channels ?? 0,
		sampleRate: Number(stream.sample_rate) || 0,
		isDefault: stream.disposition?.default === 1,
		...(language && language !== "und" ? { language } : {}),
	};
}

function hasSound(header: Header): boolean {
	return header.streams.some((each) => each.codec_type === "audio");
}

function isKnown(stream: HeaderStream): boolean {
	return !["", "unknown", "none"].includes(stream.codec_name ?? "");
}

/** Common Encryption's sample entries (ISO 23001-7) and Apple's. */
function isEncrypted(stream: HeaderStream): boolean {
	return ["encv", "enca", "drmi", "drms"].includes(stream.codec_tag_string ?? "");
}

function unknownCodec(stream: HeaderStream | undefined): AppError {
	const tag = stream?.codec_tag_string?.replace(/[^\w. -]/g, "");
	const message = `This video's picture format${tag ? ` (${tag})` : ""} is not known here.`;
	return new AppError("MEDIA_UNSUPPORTED", message, {
		hint: "Export it again as MP4 with H.264.",
	});
}

function encrypted(): AppError {
	return new AppError("MEDIA_UNSUPPORTED", "This video is encrypted by its seller (DRM).", {
		hint: "Upload a copy without protection.",
	});
}
