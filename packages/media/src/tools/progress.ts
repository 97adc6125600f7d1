/**
 * Reads ffmpeg's `-progress` lines and reports the share that is done, rising.
 * @returns a taker of lines
 */
export function readProgress(durationMs: number, onProgress: (ratio: number) => void) {
	let reported = 0;
	return (line: string) => {
		// Microseconds, although older versions call the same number out_time_ms.
		const microseconds = Number(/^out_time_us=(\d+)/.exec(line)?.[1]);
		const ratio = Math.min(1, microseconds / 1000 / durationMs);
		if (!(ratio > reported)) return;
		reported = ratio;
		onProgress(ratio);
	};
}
