const dayMs = 86_400_000;

/** When a video in the trash is deleted by itself: "in 27 days", counted up, because a day begun is a day left. */
export function describeEnd(purgedAfter: Date, now: Date): { text: string; isSoon: boolean } {
	const days = Math.ceil((purgedAfter.getTime() - now.getTime()) / dayMs);
	const isSoon = days <= 3;
	if (days <= 0) return { text: "Deleted for ever within the hour", isSoon };
	return { text: `Deleted for ever in ${days === 1 ? "1 day" : `${days} days`}`, isSoon };
}
