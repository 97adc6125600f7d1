/** A stretch of time in whole milliseconds; the end is not part of it. */
export interface Stretch {
    readonly startMs: number;
    readonly endMs: number;
}
/**
 * Speech segments between silences; sounds are gathered into one up to `targetMs`. A sound that
 * is longer, without any pause, is returned as it is and has to be split by loudness.
 */
export declare function planSegments(silences: readonly Stretch[], durationMs: number, targetMs: number): Stretch[];
/**
 * Cuts a stretch that has no pause into pieces of at most `maxMs`, each at its quietest moment.
 * @param quietestMs finds that moment between two times
 */
export declare function splitLong(stretch: Stretch, maxMs: number, quietestMs: (fromMs: number, toMs: number) => number): Stretch[];
