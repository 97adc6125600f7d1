/** The time, passed in, so that a test can hold it. */
export interface Clock {
	now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved; for tests and for replays. */
export function fixedClock(start: Date | string): Clock & { advance(byMs: number): void } {
	let current = new Date(start).getTime();
	return {
		now: () => new Date(current),
		advance(byMs) {
			current += byMs;
		},
	};
}
