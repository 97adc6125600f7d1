import { stat } from "node:fs/promises";
import type { Rational } from "../media-probe.ts";
import { checkHeader, readHeader } from "../probe/header.ts";
import { parseRational } from "../probe/rational.ts";
import { scanPackets } from "../probe/scan-packets.ts";
import { chooseVideo } from "../probe/streams.ts";
import { readVideoTiming } from "../probe/timing.ts";
import { truncatedError } from "../probe/truncated.ts";
import type { Tools } from "../tools/run-tool.ts";

/**
 * The presentation time of every shown frame, exact and small: a constant rate is one run, however
 * long the video. Plain data for a JSON artifact; read it with `frameStartMs` and `frameIndexAt`.
 */
export interface FrameTimes {
	/** One tick in seconds. */
	readonly timeBase: Rational;
	readonly frameCount: number;
	/** Presentation time of frame 0, in the file's own time, in ticks. */
	readonly startTicks: number;
	/** Runs of [duration of a frame in ticks, how many such frames follow]; the last frame included. */
	readonly runs: ReadonlyArray<readonly [ticks: number, frames: number]>;
}

/** Reads the packets of a local file; see `probe` for what it throws. */
export async function readFrameTimes(
	tools: Tools,
	file: string,
	signal: AbortSignal | undefined,
): Promise<FrameTimes> {
	const header = await readHeader(tools, file, signal);
	checkHeader(header, tools.limits);
	const video = chooseVideo(header);
	const { size: sizeBytes } = await stat(file);
	const packets = await scanPackets(tools, file, { streams: [video], sizeBytes, signal });
	const timeBase = parseRational(video.time_base) ?? { num: 1, den: 1000 };
	const shown = packets.get(video.index);
	if (shown === undefined || shown.times.length === 0) throw truncatedError("No frame is left.");
	const { times, end } = readVideoTiming(shown, timeBase, video);
	return {
		timeBase,
		frameCount: times.length,
		startTicks: times[0] ?? 0,
		runs: toRuns([...times, end]),
	};
}

/** Steps between ascending times, equal neighbors counted together. */
export function toRuns(times: readonly number[]): Array<[number, number]> {
	const runs: Array<[number, number]> = [];
	for (let index = 1; index < times.length; index += 1) {
		const step = (times[index] ?? 0) - (times[index - 1] ?? 0);
		const last = runs.at(-1);
		if (last?.[0] === step) last[1] += 1;
		else runs.push([step, 1]);
	}
	return runs;
}
