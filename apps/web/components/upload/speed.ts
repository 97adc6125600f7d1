interface Sample {
	readonly atMs: number;
	readonly bytes: number;
}

const windowMs = 8000;
const minimumMs = 1000;

export interface SpeedMeter {
	/** @param bytes sent in all; may go back when a part is sent again. */
	readonly record: (bytes: number, atMs: number) => void;
	/** Over the last seconds; null until there is enough to say anything. */
	readonly bytesPerSecond: () => number | null;
	readonly reset: () => void;
}

/** A moving average over a window: steady enough to read, quick enough to notice a change. */
export function createSpeedMeter(): SpeedMeter {
	let samples: Sample[] = [];
	return {
		record(bytes, atMs) {
			samples = [...samples.filter((sample) => atMs - sample.atMs <= windowMs), { atMs, bytes }];
		},
		bytesPerSecond() {
			const first = samples[0];
			const last = samples.at(-1);
			if (!first || !last || last.atMs - first.atMs < minimumMs) return null;
			return Math.max(0, ((last.bytes - first.bytes) * 1000) / (last.atMs - first.atMs));
		},
		reset() {
			samples = [];
		},
	};
}

/** Milliseconds left at this speed; null when it cannot be said. */
export function remainingMs(bytesLeft: number, bytesPerSecond: number | null): number | null {
	if (bytesLeft <= 0) return 0;
	if (bytesPerSecond === null || bytesPerSecond < 1) return null;
	return Math.round((bytesLeft / bytesPerSecond) * 1000);
}

/** "about 3 min left", "40 s left": as exact as an estimate may sound. */
export function describeRemaining(ms: number): string {
	const seconds = ms / 1000;
	if (seconds < 10) return "seconds left";
	if (seconds < 55) return `${Math.ceil(seconds / 10) * 10} s left`;
	const minutes = Math.round(seconds / 60);
	if (minutes < 60) return `${Math.max(1, minutes)} min left`;
	const hours = Math.floor(minutes / 60);
	return minutes % 60 ? `${hours} h ${minutes % 60} min left` : `${hours} h left`;
}
