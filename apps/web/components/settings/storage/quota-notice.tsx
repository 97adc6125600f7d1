import type { Route } from "next";
import { formatBytes } from "../../../lib/format/bytes.ts";
import { IntentLink } from "../../ui/intent-link.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { UsageSummary } from "./usage-parts.ts";

interface QuotaNoticeProps {
	readonly summary: UsageSummary;
	readonly trashBytes: number;
	readonly trashHref: Route;
}

/** What to do when there is little room left, or none. */
export function QuotaNotice({ summary, trashBytes, trashHref }: QuotaNoticeProps) {
	if (summary.level === "fine") return null;
	const isFull = summary.level === "full";
	return (
		<Notice tone={isFull ? "danger" : "caution"}>
			{isFull
				? "The quota is full: new uploads are refused. What is stored stays and plays."
				: `Only ${formatBytes(summary.freeBytes ?? 0)} are left.`}{" "}
			{trashBytes > 0 ? (
				<>
					<IntentLink href={trashHref} className="font-medium underline underline-offset-3">
						Delete videos in the trash for ever
					</IntentLink>{" "}
					to free {formatBytes(trashBytes)}
				</>
			) : (
				"Move videos to the trash and delete them there for ever"
			)}
			, or ask whoever runs this Nuclom for a larger quota.
		</Notice>
	);
}
