import { stat } from "node:fs/promises";
import { AppError } from "@nuclom/core";
import { type FileLayout, readFileLayout } from "../layout/file-layout.ts";
import type { MediaProbe, MediaVideo, Rational } from "../media-probe.ts";
import type { Tools } from "../tools/run-tool.ts";
import { readContainer } from "./container.ts";
import { readGeometry } from "./geometry.ts";
import { checkDuration, checkHeader, type HeaderStream, readHeader } from "./header.ts";
import { refusal } from "./identify.ts";
import { parseRational, ticksToMs, toNumber } from "./rational.ts";
import { type StreamPackets, scanPackets } from "./scan-packets.ts";
import { chooseVideo, movingPictures, readAudio } from "./streams.ts";
import { readVideoTiming, type VideoTiming } from "./timing.ts";
import { noFrames, truncatedError, truncatedHint } from "./truncated.ts";

/**
 * What a file is: description from the header, everything that counts from its packets.
 * Reads the whole file once, decodes next to nothing.
 * @throws MEDIA_NOT_A_VIDEO, MEDIA_UNSUPPORTED, MEDIA_LIMIT_EXCEEDED, and MEDIA_TRUNCATED where
 * the index itself is missing, each with a sentence for the person who uploaded it
 */
export async function probeFile(
	tools: Tools,
	file: string,
	signal: AbortSignal | undefined,
): Promise<MediaProbe> {
	const facts = await readFacts(tools, file, signal);
	const { container, layout, sizeBytes, video, audio, shown, heard, hint } = facts;
	const timeBase = parseRational(video.time_base) ?? { num: 1, den: 1000 };
	const timing = readVideoTiming(shown, timeBase, video);
	const span = presentationSpan(timing, timeBase, heard);
	const durationMs = Math.max(1, Math.round(span.endMs - span.startMs));
	checkDuration(durationMs, tools.limits);
	checkFrameRate(timing, tools);
	return {
		container,
		durationMs,
		startMs: Math.round(span.startMs),
		sizeBytes,
		bitRate: Math.round((sizeBytes * 8000) / durationMs),
		fastStart: layout.fastStart,
		video: describeVideo(video, timing, timeBase, shown),
		otherVideoStreams: facts.otherVideoStreams,
		audio,
		...(hint === undefined ? {} : { truncatedHint: hint }),
	};
}

/** Everything that has to be read from the file, cheapest and most decisive first. */
async function readFacts(tools: Tools, file: string, signal: AbortSignal | undefined) {
	const { size: sizeBytes } = await stat(file);
	if (sizeBytes === 0) throw await refusal(file);
	const layout = await readFileLayout(file);
	if (isCutMp4(layout)) throw truncatedError("The end of this file, with its index, is missing.");
	const header = await readHeader(tools, file, signal);
	checkHeader(header, tools.limits);
	const container = readContainer(header.formatName, layout);
	if (container === undefined) throw await refusal(file);
	const video = chooseVideo(header);
	const audio = readAudio(header);
	const sound = header.streams.find((stream) => stream.index === audio[0]?.index);
	const scan = { streams: sound ? [video, sound] : [video], sizeBytes, signal };
	const packets = await scanPackets(tools, file, scan);
	const shown = packets.get(video.index);
	if (shown === undefined || shown.times.length === 0) throw noFrames(layout);
	const hint = await truncatedHint({ tools, file, layout, video, shown, scan });
	const otherVideoStreams = movingPictures(header).length - 1;
	const heard = sound && { timeBase: sound.time_base, packets: packets.get(sound.index) };
	return { container, layout, sizeBytes, video, audio, shown, heard, hint, otherVideoStreams };
}

function isCutMp4(layout: FileLayout): boolean {
	return layout.family === "mp4" && layout.brand !== undefined && layout.isIndexMissing;
}

function describeVideo(
	stream: HeaderStream,
	timing: VideoTiming,
	timeBase: Rational,
	packets: StreamPackets,
): MediaVideo {
	const { color_transfer: colorTransfer, field_order: fieldOrder = "progressive" } = stream;
	return {
		index: stream.index,
		codec: stream.codec_name ?? "",
		profile: stream.profile,
		pixelFormat: stream.pix_fmt ?? "unknown",
		...readGeometry(stream),
		frameRate: timing.frameRate,
		isVariableFrameRate: timing.isVariableFrameRate,
		frameCount: timing.times.length,
		hasPresentationTimes: packets.withoutTime === 0,
		timeBase,
		colorTransfer: colorTransfer === "unknown" ? undefined : colorTransfer,
		hdr: colorTransfer === "smpte2084" || colorTransfer === "arib-std-b67",
		interlaced: !["progressive", "unknown"].includes(fieldOrder),
	};
}

/** From the first to the last moment of what is played, in the file's own time. */
function presentationSpan(
	timing: VideoTiming,
	timeBase: Rational,
	heard: { timeBase: string | undefined; packets: StreamPackets | undefined } | undefined,
) {
	const startMs = ticksToMs(timing.times[0] ?? 0, timeBase);
	const endMs = ticksToMs(timing.end, timeBase);
	const clock = parseRational(heard?.timeBase);
	const packets = heard?.packets;
	if (clock === undefined || packets === undefined || !Number.isFinite(packets.first)) {
		return { startMs, endMs };
	}
	return {
		startMs: Math.min(startMs, ticksToMs(packets.first, clock)),
		endMs: Math.max(endMs, ticksToMs(packets.end, clock)),
	};
}

function checkFrameRate(timing: VideoTiming, { limits }: Tools): void {
	const rate = toNumber(timing.frameRate);
	if (rate <= limits.maxFrameRate || timing.times.length < 2) return;
	const message = `This video has ${Math.round(rate)} frames a second; at most ${limits.maxFrameRate} are taken.`;
	throw new AppError("MEDIA_LIMIT_EXCEEDED", message);
}
