const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

function formatDate(at: Date, now: Date, timeZone: string | undefined): string {
	const options = { timeZone, day: "numeric", month: "short" } as const;
	const year = (date: Date) =>
		new Intl.DateTimeFormat("en-GB", { timeZone, year: "numeric" }).format(date);
	return new Intl.DateTimeFormat(
		"en-GB",
		year(at) === year(now) ? options : { ...options, year: "numeric" },
	).format(at);
}

/**
 * Relative within a week in both directions ("just now", "4 minutes ago", "in 6 days"),
 * a date beyond it ("3 Nov", with the year when it is another one).
 * @param timeZone IANA name; the reader's own when left out.
 */
export function formatRelativeTime(at: Date, now: Date, timeZone?: string): string {
	const differenceMs = at.getTime() - now.getTime();
	const distanceMs = Math.abs(differenceMs);
	if (distanceMs < minuteMs) return "just now";
	// What is a moment short of a week away is not "in 6 days".
	const whole = differenceMs > 0 ? Math.round : Math.trunc;
	if (distanceMs < hourMs) return relative.format(whole(differenceMs / minuteMs), "minute");
	if (distanceMs < dayMs) return relative.format(whole(differenceMs / hourMs), "hour");
	if (distanceMs < 7 * dayMs) return relative.format(whole(differenceMs / dayMs), "day");
	return formatDate(at, now, timeZone);
}

/** The exact moment, for the hover: "Mon 3 Nov 2025, 14:05:09 CET". */
export function formatExactTime(at: Date, timeZone?: string): string {
	return new Intl.DateTimeFormat("en-GB", {
		timeZone,
		weekday: "short",
		day: "numeric",
		month: "short",
		year: "numeric",
		hour: "2-digit",
		minute: "2-digit",
		second: "2-digit",
		timeZoneName: "short",
	}).format(at);
}
