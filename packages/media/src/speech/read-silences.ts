import type { Stretch } from "./plan-segments.ts";

/**
 * Reads what silencedetect prints: "silence_start: 1.5", then "silence_end: 2.25 | …". A silence
 * that lasts to the end of the sound has no end in older versions.
 */
export function readSilences() {
	const silences: Stretch[] = [];
	let startMs: number | undefined;
	return {
		read(line: string) {
			const [, edge, seconds] = /silence_(start|end): (-?[\d.]+)/.exec(line) ?? [];
			const atMs = Math.max(0, Math.round(Number(seconds) * 1000));
			if (edge === "start") startMs = atMs;
			if (edge === "end" && startMs !== undefined) {
				silences.push({ startMs, endMs: atMs });
				startMs = undefined;
			}
		},
		all(): Stretch[] {
			return startMs === undefined
				? silences
				: [...silences, { startMs, endMs: Number.POSITIVE_INFINITY }];
		},
	};
}
