/** Frames per second as a rational, such as 30000/1001. */
export interface FrameRate {
	readonly num: number;
	readonly den: number;
}

/** A place in a video as comments keep it. */
export interface Moment {
	readonly startMs: number;
	/** Only where frames are evenly spaced: elsewhere a number would name the wrong picture. */
	readonly frameIndex?: number;
}

/** The rate, when every frame lasts equally long; null where it varies or is not known. */
export function constantRate(version: {
	readonly frameRate: FrameRate | null;
	readonly isVariableFrameRate: boolean | null;
}): FrameRate | null {
	const { frameRate, isVariableFrameRate } = version;
	return frameRate && frameRate.num > 0 && frameRate.den > 0 && isVariableFrameRate === false
		? frameRate
		: null;
}

/** Which frame is shown; a hair is added, because frame 1 of 30000/1001 starts at 0.0333666… s. */
export function frameAt(seconds: number, { num, den }: FrameRate): number {
	return Math.max(0, Math.floor((seconds * num) / den + 0.01));
}

/** The middle of a frame: seeking to its edge shows its neighbor in some browsers. */
export function frameMiddleSeconds(index: number, { num, den }: FrameRate): number {
	return ((index + 0.5) * den) / num;
}

function frameStartMs(index: number, { num, den }: FrameRate): number {
	return Math.round((index * 1000 * den) / num);
}

/** The `ff` of a timecode: counted from the first frame that begins in this second. */
export function frameInSecond(seconds: number, rate: FrameRate): number {
	const first = Math.ceil((Math.floor(seconds) * rate.num) / rate.den - 0.01);
	return Math.max(0, frameAt(seconds, rate) - first);
}

export function momentAt(seconds: number, rate: FrameRate | null): Moment {
	if (!rate) return { startMs: Math.max(0, Math.round(seconds * 1000)) };
	const frameIndex = frameAt(seconds, rate);
	return { startMs: frameStartMs(frameIndex, rate), frameIndex };
}

/** Where to seek to show a moment: its very frame where that is known. */
export function secondsOf(moment: Moment, rate: FrameRate | null): number {
	if (!rate) return moment.startMs / 1000;
	const index = moment.frameIndex ?? frameAt((moment.startMs + 0.5) / 1000, rate);
	return frameMiddleSeconds(index, rate);
}
