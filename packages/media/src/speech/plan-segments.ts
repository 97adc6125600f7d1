/** A stretch of time in whole milliseconds; the end is not part of it. */
export interface Stretch {
	readonly startMs: number;
	readonly endMs: number;
}

/** Shorter sounds are clicks. */
const shortestSoundMs = 120;
/** A longer pause always ends a segment: no cue may hang over it. */
const longestPauseMs = 1500;
/** Kept before and after, so that no soft consonant is cut off. */
const paddingMs = 200;

/**
 * Speech segments between silences; sounds are gathered into one up to `targetMs`. A sound that
 * is longer, without any pause, is returned as it is and has to be split by loudness.
 */
export function planSegments(
	silences: readonly Stretch[],
	durationMs: number,
	targetMs: number,
): Stretch[] {
	const sounds = soundsBetween(silences, durationMs).filter(
		({ startMs, endMs }) => endMs - startMs >= shortestSoundMs,
	);
	return pad(gather(sounds, targetMs), durationMs);
}

function soundsBetween(silences: readonly Stretch[], durationMs: number): Stretch[] {
	const sounds: Stretch[] = [];
	let startMs = 0;
	for (const silence of silences) {
		if (silence.startMs > startMs) sounds.push({ startMs, endMs: silence.startMs });
		startMs = Math.max(startMs, silence.endMs);
	}
	if (startMs < durationMs) sounds.push({ startMs, endMs: durationMs });
	return sounds;
}

function gather(sounds: readonly Stretch[], targetMs: number): Stretch[] {
	const gathered: Stretch[] = [];
	for (const sound of sounds) {
		const last = gathered.at(-1);
		const joins =
			last !== undefined &&
			sound.startMs - last.endMs <= longestPauseMs &&
			sound.endMs - last.startMs <= targetMs;
		if (joins) gathered[gathered.length - 1] = { startMs: last.startMs, endMs: sound.endMs };
		else gathered.push(sound);
	}
	return gathered;
}

/** Two neighbors share a pause that is too short for both. */
function pad(segments: readonly Stretch[], durationMs: number): Stretch[] {
	return segments.map(({ startMs, endMs }, index) => {
		const before = startMs - (segments[index - 1]?.endMs ?? -durationMs);
		const after = (segments[index + 1]?.startMs ?? 2 * durationMs) - endMs;
		return {
			startMs: Math.max(0, startMs - Math.min(paddingMs, Math.floor(before / 2))),
			endMs: Math.min(durationMs, endMs + Math.min(paddingMs, Math.floor(after / 2))),
		};
	});
}

/**
 * Cuts a stretch that has no pause into pieces of at most `maxMs`, each at its quietest moment.
 * @param quietestMs finds that moment between two times
 */
export function splitLong(
	stretch: Stretch,
	maxMs: number,
	quietestMs: (fromMs: number, toMs: number) => number,
): Stretch[] {
	const pieces: Stretch[] = [];
	let { startMs } = stretch;
	while (stretch.endMs - startMs > maxMs) {
		const cutMs = quietestMs(startMs + Math.floor(maxMs / 2), startMs + maxMs);
		pieces.push({ startMs, endMs: cutMs });
		startMs = cutMs;
	}
	pieces.push({ startMs, endMs: stretch.endMs });
	return pieces;
}
