import { createSpeedMeter, remainingMs } from "./speed.ts";
import type { UploadItem } from "./upload-item.ts";

const reportEveryMs = 120;

export interface ProgressReport {
	readonly report: (sentBytes: number) => void;
	/** What was measured before a pause says nothing about now. */
	readonly reset: () => void;
}

/** Progress events come by the hundred; a row that is drawn eight times a second is smooth enough. */
export function createProgressReport(
	sizeBytes: number,
	update: (change: Partial<UploadItem>) => void,
): ProgressReport {
	const speed = createSpeedMeter();
	let reportedAtMs = 0;
	return {
		report(sentBytes) {
			const nowMs = performance.now();
			if (nowMs - reportedAtMs < reportEveryMs && sentBytes < sizeBytes) return;
			reportedAtMs = nowMs;
			speed.record(sentBytes, nowMs);
			const bytesPerSecond = speed.bytesPerSecond();
			update({
				sentBytes,
				bytesPerSecond,
				remainingMs: remainingMs(sizeBytes - sentBytes, bytesPerSecond),
			});
		},
		reset: speed.reset,
	};
}
