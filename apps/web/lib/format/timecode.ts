/** Frames per second as a rational, such as 30000/1001. */
export interface FrameRate {
	readonly numerator: number;
	readonly denominator: number;
}

const pad = (value: number) => String(value).padStart(2, "0");

function split(totalSeconds: number) {
	return {
		hours: Math.floor(totalSeconds / 3600),
		minutes: Math.floor(totalSeconds / 60) % 60,
		seconds: totalSeconds % 60,
	};
}

/** `m:ss`, or `h:mm:ss` from an hour on. Rounds down, as a running clock does. */
export function formatTimecode(ms: number): string {
	const { hours, minutes, seconds } = split(Math.floor(Math.max(0, ms) / 1000));
	return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds)}` : `${minutes}:${pad(seconds)}`;
}

/** `h:mm:ss:ff` for where single frames matter. Non-drop: ff counts frames within the wall-clock second. */
export function formatFrameTimecode(ms: number, rate: FrameRate): string {
	const clamped = Math.max(0, ms);
	const { hours, minutes, seconds } = split(Math.floor(clamped / 1000));
	// A hair is added, because frame 1 of 30000/1001 starts at 33.366… ms and is stored as 33.
	const frame = Math.floor(((clamped % 1000) / 1000) * (rate.numerator / rate.denominator) + 0.05);
	return `${hours}:${pad(minutes)}:${pad(seconds)}:${pad(frame)}`;
}

/** The value of `?t=`: `83000` ms → `1m23s`, with a fraction only where there is one. */
export function formatTimeParameter(ms: number): string {
	const clamped = Math.max(0, Math.round(ms));
	const { hours, minutes } = split(Math.floor(clamped / 1000));
	const seconds = (clamped % 60_000) / 1000;
	const parts = [hours ? `${hours}h` : "", minutes ? `${minutes}m` : ""].join("");
	return seconds === 0 && parts ? parts : `${parts}${Number(seconds.toFixed(3))}s`;
}

/** Milliseconds of `1h2m3.5s`, `83`, `83s` or `1:23`; undefined when it is none of these. */
export function parseTimeParameter(text: string | null | undefined): number | undefined {
	if (!text || text.length > 16) return undefined;
	const clock = /^(?:(\d+):)?(\d+):([0-5]?\d(?:\.\d+)?)$/.exec(text);
	const words = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s?)?$/.exec(text);
	const [, hours = "0", minutes = "0", seconds = "0"] = clock ?? words ?? [];
	if (!clock && !words) return undefined;
	return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000);
}

/** A length to be read or spoken: `45 s`, `2 min 5 s`, `1 h 4 min`. */
export function formatDuration(ms: number): string {
	const { hours, minutes, seconds } = split(Math.round(Math.max(0, ms) / 1000));
	if (hours > 0) return minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`;
	if (minutes > 0) return seconds > 0 ? `${minutes} min ${seconds} s` : `${minutes} min`;
	return `${seconds} s`;
}
