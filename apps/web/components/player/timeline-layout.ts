export interface Band {
	readonly startMs: number;
	/** Exclusive. */
	readonly endMs: number;
	readonly title: string;
}

/** Chapters as bands without gaps, cut to the video's length. */
export function layoutChapters(
	chapters: readonly { readonly startMs: number; readonly title: string }[],
	durationMs: number,
): Band[] {
	const sorted = chapters
		.filter(({ startMs }) => startMs < durationMs)
		.sort((a, b) => a.startMs - b.startMs);
	return sorted.map(({ startMs, title }, index) => ({
		startMs,
		endMs: sorted[index + 1]?.startMs ?? durationMs,
		title,
	}));
}

export interface MarkerInput {
	readonly id: string;
	readonly startMs: number;
	readonly endMs: number | null;
	readonly authorId: string;
}

export interface Marker<T extends MarkerInput = MarkerInput> {
	/** Where it stands, 0 to 1. */
	readonly at: number;
	/** Of a range, 0 to 1; null for a point. */
	readonly width: number | null;
	/** More than one where they would cover each other. */
	readonly threads: readonly [T, ...T[]];
}

/** Marks by moment; points closer than `gap` (0 to 1, a mark's width) share one. Ranges stand alone. */
export function layoutMarkers<T extends MarkerInput>(
	threads: readonly T[],
	durationMs: number,
	gap: number,
): Marker<T>[] {
	if (durationMs <= 0) return [];
	const ratio = (ms: number) => Math.max(0, Math.min(1, ms / durationMs));
	const markers: Marker<T>[] = [];
	let group: { at: number; index: number } | null = null;
	for (const thread of [...threads].sort((a, b) => a.startMs - b.startMs)) {
		const at = ratio(thread.startMs);
		if (thread.endMs !== null && thread.endMs > thread.startMs) {
			markers.push({ at, width: ratio(thread.endMs) - at, threads: [thread] });
			continue;
		}
		const last: Marker<T> | undefined = group ? markers[group.index] : undefined;
		if (group && last && at - group.at < gap) {
			markers[group.index] = { ...last, threads: [...last.threads, thread] };
		} else {
			group = { at, index: markers.push({ at, width: null, threads: [thread] }) - 1 };
		}
	}
	return markers;
}

/** The time under a pointer. */
export function msAt(
	clientX: number,
	box: { readonly left: number; readonly width: number },
	durationMs: number,
): number {
	if (box.width <= 0) return 0;
	return Math.round(Math.max(0, Math.min(1, (clientX - box.left) / box.width)) * durationMs);
}
