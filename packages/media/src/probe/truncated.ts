import { AppError } from "@nuclom/core";
import type { FileLayout } from "../layout/file-layout.ts";
import type { Tools } from "../tools/run-tool.ts";
import type { HeaderStream } from "./header.ts";
import { type StreamPackets, scanPackets } from "./scan-packets.ts";

export function truncatedError(message: string, cause?: unknown): AppError {
	return new AppError("MEDIA_TRUNCATED", message, {
		hint: "The copy was probably cut short. Upload the file again from the original.",
		cause,
	});
}

/** A video whose header is there, and whose pictures are not. */
export function noFrames(layout: FileLayout): AppError {
	return layout.endsInsideBlock
		? truncatedError("The file ends before its first picture.")
		: new AppError("MEDIA_UNSUPPORTED", "This video has no picture that can be shown.", {
				hint: "Export it again as MP4 with H.264.",
			});
}

interface Facts {
	readonly tools: Tools;
	readonly file: string;
	readonly layout: FileLayout;
	readonly video: HeaderStream;
	readonly shown: StreamPackets;
	readonly scan: {
		readonly streams: readonly HeaderStream[];
		readonly sizeBytes: number;
		readonly signal: AbortSignal | undefined;
	};
}

/**
 * Why a part seems to be missing. An MP4 or AVI lists its frames, so the list is compared with what
 * is there; elsewhere a block that goes on behind the end of the file tells it. A recording that
 * was stopped hard (unknown sizes throughout) is complete as far as it goes.
 */
export async function truncatedHint(facts: Facts): Promise<string | undefined> {
	const { layout, video } = facts;
	const listed = Number(video.nb_frames) || 0;
	if (layout.family === "mp4" && !layout.isFragmented && listed > 0) {
		const present = await presentFrames(facts, listed);
		return present < listed ? missingFrames(present, listed) : undefined;
	}
	return layout.endsInsideBlock ? "The end of this file is missing." : undefined;
}

/** An edit list hides frames that the list counts: only then is everything counted again. */
async function presentFrames(facts: Facts, listed: number): Promise<number> {
	const { shown, tools, file, scan, video } = facts;
	if (shown.total >= listed) return shown.total;
	const all = await scanPackets(tools, file, { ...scan, ignoreEditList: true });
	return all.get(video.index)?.total ?? 0;
}

function missingFrames(present: number, listed: number): string {
	return `The file lists ${listed} frames and holds ${present}: its end is missing.`;
}
