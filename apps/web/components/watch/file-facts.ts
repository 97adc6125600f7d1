import type { Video } from "@nuclom/services/schemas";
import { formatBytes } from "../../lib/format/bytes.ts";
import { formatDuration } from "../../lib/format/timecode.ts";

/** As editors name them: 30000/1001 is 29.97. */
export function formatFrameRate(rate: { num: number; den: number }): string {
	return `${Number((rate.num / rate.den).toFixed(3))} fps`;
}

/** What is known about the file, as label and value; what is not known is left out. */
export function fileFacts(video: Video): { label: string; value: string }[] {
	const { version, width, height, durationMs } = video;
	const { frameRate, isVariableFrameRate } = version;
	const facts: [string, string | null][] = [
		["File", version.fileName],
		["Size", formatBytes(version.sizeBytes)],
		["Length", durationMs === null ? null : formatDuration(durationMs)],
		["Picture", width && height ? `${width} × ${height}` : null],
		[
			"Frame rate",
			frameRate &&
				formatFrameRate(frameRate) + (isVariableFrameRate ? " on average, variable" : ""),
		],
		["Codec", version.videoCodec],
	];
	return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}
