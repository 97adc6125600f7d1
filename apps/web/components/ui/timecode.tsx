import { clsx } from "clsx";
import { formatTimecode } from "../../lib/format/timecode.ts";

export interface TimecodeProps {
	readonly ms: number;
	readonly className?: string | undefined;
}

/** A place or a length in a video, in figures that align. */
export function Timecode({ ms, className }: TimecodeProps) {
	return (
		<time dateTime={`PT${Math.floor(ms / 1000)}S`} className={clsx("mono", className)}>
			{formatTimecode(ms)}
		</time>
	);
}
