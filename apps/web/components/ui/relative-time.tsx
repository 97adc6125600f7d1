"use client";

import { formatExactTime, formatRelativeTime } from "../../lib/format/relative-time.ts";
import { useNow } from "./use-now.ts";

export interface RelativeTimeProps {
	/** ISO 8601, or milliseconds since 1970. */
	readonly at: string | number;
	readonly className?: string | undefined;
}

/** Relative within a week, a date beyond it; the exact moment on hover. Keeps itself fresh. */
export function RelativeTime({ at, className }: RelativeTimeProps) {
	const { now, isMounted } = useNow();
	const moment = new Date(at);
	const timeZone = isMounted ? undefined : "UTC";
	return (
		<time
			dateTime={moment.toISOString()}
			title={formatExactTime(moment, timeZone)}
			className={className}
			suppressHydrationWarning
		>
			{formatRelativeTime(moment, now, timeZone)}
		</time>
	);
}
