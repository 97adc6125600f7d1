import { AppError } from "@nuclom/core";
import { fileUrl, guardArgs } from "../input.ts";
import { runTool, type Tools } from "../tools/run-tool.ts";
import { isOversized, oversized } from "../tools/tool-error.ts";
import { refusal } from "./identify.ts";

/** ffprobe's JSON, as far as it is asked for; every field may be missing. */
export interface HeaderStream {
	readonly index: number;
	readonly codec_type?: string;
	readonly codec_name?: string;
	readonly codec_tag_string?: string;
	readonly profile?: string;
	readonly pix_fmt?: string;
	readonly width?: number;
	readonly height?: number;
	readonly sample_aspect_ratio?: string;
	readonly field_order?: string;
	readonly color_transfer?: string;
	readonly r_frame_rate?: string;
	readonly avg_frame_rate?: string;
	readonly time_base?: string;
	readonly nb_frames?: string;
	readonly channels?: number;
	readonly sample_rate?: string;
	readonly disposition?: Readonly<Record<string, number>>;
	readonly tags?: Readonly<Record<string, string>>;
	readonly side_data_list?: ReadonlyArray<{
		readonly displaymatrix?: string;
		readonly rotation?: number;
	}>;
}

export interface Header {
	readonly formatName: string;
	/** As the container claims it; undefined where it does not say. */
	readonly claimedDurationMs: number | undefined;
	readonly streams: readonly HeaderStream[];
}

const streamEntries = [
	"index,codec_type,codec_name,codec_tag_string,profile,pix_fmt,width,height",
	"sample_aspect_ratio,field_order,color_transfer,r_frame_rate,avg_frame_rate",
	"time_base,nb_frames,channels,sample_rate",
].join(",");
const entries = [
	"format=format_name,duration",
	`stream=${streamEntries}`,
	"stream_disposition=attached_pic,still_image,timed_thumbnails,default",
	"stream_tags=language",
	"stream_side_data=displaymatrix,rotation",
].join(":");

/**
 * Reads the container's description and the first frames.
 * @throws MEDIA_NOT_A_VIDEO or MEDIA_UNSUPPORTED: whatever ffprobe has to say about a file that
 * it refuses, the first bytes say it better
 */
export async function readHeader(
	tools: Tools,
	file: string,
	signal: AbortSignal | undefined,
): Promise<Header> {
	try {
		return await askFfprobe(tools, file, signal);
	} catch (error) {
		const isRefused = AppError.isInstance(error) && error.code === "MEDIA_FAILED";
		throw isRefused && !error.isRetryable ? await refusal(file, error) : error;
	}
}

async function askFfprobe(
	tools: Tools,
	file: string,
	signal: AbortSignal | undefined,
): Promise<Header> {
	const args = ["-v", "error", "-hide_banner", ...guardArgs(tools.limits)];
	const { stdout, stderr } = await runTool(tools, {
		tool: "ffprobe",
		task: "Reading the file",
		args: [...args, "-show_entries", entries, "-of", "json", fileUrl(file)],
		timeoutMs: 30_000,
		...(signal ? { signal } : {}),
	});
	// ffprobe ends well, with a picture of no size.
	if (isOversized(stderr)) throw oversized("Reading the file", new Error(stderr));
	return parseHeader(stdout.toString("utf8"));
}

function parseHeader(text: string): Header {
	const json = JSON.parse(text) as {
		format?: { format_name?: string; duration?: string };
		streams?: HeaderStream[];
	};
	const seconds = Number(json.format?.duration);
	return {
		formatName: json.format?.format_name ?? "",
		claimedDurationMs: Number.isFinite(seconds) ? Math.round(seconds * 1000) : undefined,
		streams: json.streams ?? [],
	};
}

/** @throws MEDIA_LIMIT_EXCEEDED before anything costly is done */
export function checkHeader(header: Header, limits: Tools["limits"]): void {
	const tooMuch = (message: string) => new AppError("MEDIA_LIMIT_EXCEEDED", message);
	if (header.streams.length > limits.maxStreams) {
		throw tooMuch(
			`This file has ${header.streams.length} streams; at most ${limits.maxStreams} are taken.`,
		);
	}
	checkDuration(header.claimedDurationMs ?? 0, limits);
	for (const { width = 0, height = 0 } of header.streams) {
		if (width * height > limits.maxPixels) {
			throw tooMuch(`The picture is ${width} × ${height} pixels; at most 8192 × 4320 are taken.`);
		}
	}
}

export function checkDuration(durationMs: number, limits: Tools["limits"]): void {
	if (durationMs <= limits.maxDurationMs) return;
	const hours = (ms: number) => `${Math.round(ms / 360_000) / 10} hours`;
	const message = `This video says that it lasts ${hours(durationMs)}; at most ${hours(limits.maxDurationMs)} are taken.`;
	throw new AppError("MEDIA_LIMIT_EXCEEDED", message);
}
