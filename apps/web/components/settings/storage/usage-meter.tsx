import { clsx } from "clsx";
import { formatBytes } from "../../../lib/format/bytes.ts";
import { partClass } from "./part-class.ts";
import type { UsageSummary } from "./usage-parts.ts";

interface UsageMeterProps {
	readonly summary: UsageSummary;
	readonly quotaBytes: number | null;
}

/** The quota as a bar, and what is in it. Without a quota it is only a picture of the parts. */
export function UsageMeter({ summary, quotaBytes }: UsageMeterProps) {
	const { parts, takenBytes } = summary;
	const taken = formatBytes(takenBytes);
	const role =
		quotaBytes === null
			? { role: "img", "aria-label": `${taken} are taken; there is no limit` }
			: {
					role: "meter",
					"aria-label": "Storage",
					"aria-valuemin": 0,
					"aria-valuemax": quotaBytes,
					"aria-valuenow": Math.min(takenBytes, quotaBytes),
					"aria-valuetext": `${taken} of ${formatBytes(quotaBytes)}`,
				};
	return (
		<div {...role} className="flex h-2.5 gap-px overflow-hidden rounded-full bg-pressed">
			{parts
				.filter(({ bytes }) => bytes > 0)
				.map(({ id, share }) => (
					<span
						key={id}
						className={clsx("min-w-1", partClass[id])}
						style={{ width: `${share * 100}%` }}
					/>
				))}
		</div>
	);
}
