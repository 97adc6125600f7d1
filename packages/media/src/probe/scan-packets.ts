import { AppError } from "@nuclom/core";
import { fileUrl, guardArgs } from "../input.ts";
import { runTool, type Tools } from "../tools/run-tool.ts";
import type { HeaderStream } from "./header.ts";
import { parseRational, ticksToMs } from "./rational.ts";

/** The packets of one stream, in the stream's own time base. */
export interface StreamPackets {
	/** Presentation times of the frames that are shown, in the order of the file; of video only. */
	readonly times: number[];
	/** Smallest time; infinite where nothing is shown or heard. */
	first: number;
	/** As often as packets there are, shown or not. */
	total: number;
	/** Packets without a presentation time; their decoding time stands in. */
	withoutTime: number;
	/** Largest time + duration. */
	end: number;
	/** Of the last packet in presentation order; 0 where the container does not say. */
	lastDuration: number;
}

interface ScanOptions {
	readonly streams: readonly HeaderStream[];
	/** Reads what an edit list hides, too. */
	readonly ignoreEditList?: boolean;
	readonly sizeBytes: number;
	readonly signal: AbortSignal | undefined;
}

/**
 * Reads every packet's times, without decoding. The only honest source for frame count,
 * duration and frame times: headers claim, WebM recordings do not even claim.
 * @returns by stream index, for the streams asked for
 * @throws MEDIA_LIMIT_EXCEEDED when there are more frames, or later ones, than are taken
 */
export async function scanPackets(
	tools: Tools,
	file: string,
	options: ScanOptions,
): Promise<ReadonlyMap<number, StreamPackets>> {
	const streams = new Map(options.streams.map((each) => [each.index, counter(each, tools)]));
	const flags = options.ignoreEditList ? ["-ignore_editlist", "1"] : [];
	await runTool(tools, {
		tool: "ffprobe",
		task: "Reading the file's packets",
		args: [
			...["-v", "error", "-hide_banner", ...guardArgs(tools.limits), ...flags],
			...["-show_entries", "packet=stream_index,pts,dts,duration,flags", "-of", "csv=p=0"],
			fileUrl(file),
		],
		timeoutMs: scanTimeoutMs(options.sizeBytes),
		...(options.signal ? { signal: options.signal } : {}),
		onLine: (line) => {
			const packet = parsePacket(line);
			if (packet) streams.get(packet.stream)?.add(packet);
		},
	});
	return new Map([...streams].map(([index, each]) => [index, each.packets]));
}

/** A slow disk gives 20 MB/s. */
function scanTimeoutMs(sizeBytes: number): number {
	return 60_000 + sizeBytes / 20_000;
}

interface Packet {
	readonly stream: number;
	readonly time: number;
	readonly hasTime: boolean;
	readonly duration: number;
	readonly isKey: boolean;
	readonly isDiscarded: boolean;
}

/** "0,2048,-512,512,K_": index, pts, dts, duration, flags; more columns may follow. */
function parsePacket(line: string): Packet | undefined {
	const [stream, pts = "", dts = "", duration, flags = ""] = line.split(",");
	const hasTime = /^-?\d+$/.test(pts);
	const time = Number(hasTime ? pts : dts);
	if (!/^\d+$/.test(stream ?? "")) return undefined;
	return {
		stream: Number(stream),
		time,
		hasTime,
		duration: Number(duration) || 0,
		isKey: flags.includes("K"),
		isDiscarded: flags.includes("D"),
	};
}

function counter(stream: HeaderStream, { limits }: Tools) {
	const timeBase = parseRational(stream.time_base) ?? { num: 1, den: 1000 };
	const packets = emptyPackets();
	const isVideo = stream.codec_type === "video";
	let last = Number.NEGATIVE_INFINITY;
	let isStarted = !isVideo;
	return {
		packets,
		add(packet: Packet) {
			packets.total += 1;
			if (packets.total > limits.maxFrames) throw tooMany(limits.maxFrames);
			// A cut stream may begin with pictures that nothing can decode.
			isStarted ||= packet.isKey;
			if (packet.isDiscarded || !isStarted) return;
			if (!packet.hasTime) packets.withoutTime += 1;
			if (!Number.isFinite(packet.time)) return;
			if (isVideo) packets.times.push(packet.time);
			packets.first = Math.min(packets.first, packet.time);
			packets.end = Math.max(packets.end, packet.time + packet.duration);
			if (packet.time > last) [last, packets.lastDuration] = [packet.time, packet.duration];
			if (ticksToMs(packet.time, timeBase) > limits.maxDurationMs * 2) throw tooLate();
		},
	};
}

function emptyPackets(): StreamPackets {
	return {
		times: [],
		first: Number.POSITIVE_INFINITY,
		total: 0,
		withoutTime: 0,
		end: 0,
		lastDuration: 0,
	};
}

function tooMany(limit: number): AppError {
	return new AppError("MEDIA_LIMIT_EXCEEDED", `This video has more than ${limit} frames.`);
}

function tooLate(): AppError {
	return new AppError("MEDIA_LIMIT_EXCEEDED", "This video's frames lie too far apart in time.");
}
