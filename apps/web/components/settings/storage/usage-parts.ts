import type { StorageUsage } from "@nuclom/services/schemas";

interface UsagePart {
	readonly id: "videos" | "trash" | "announced";
	readonly bytes: number;
	/** Of the whole bar, 0 to 1. */
	readonly share: number;
}

export interface UsageSummary {
	readonly parts: readonly UsagePart[];
	/** What the quota counts: stored and announced. */
	readonly takenBytes: number;
	/** Null where there is no limit. */
	readonly freeBytes: number | null;
	readonly level: "fine" | "tight" | "full";
}

/** From here on a warning: there is still time to act. */
const tightRatio = 0.9;

/** Usage as lengths of a bar; the bar is the quota, or what is taken where there is none. */
export function summarizeUsage(usage: StorageUsage): UsageSummary {
	const { storedBytes, trashBytes, reservedBytes, quotaBytes } = usage;
	const takenBytes = storedBytes + reservedBytes;
	// A quota that was lowered afterwards is shorter than what is in it.
	const wholeBytes = Math.max(quotaBytes ?? 0, takenBytes, 1);
	const part = (id: UsagePart["id"], bytes: number) => ({ id, bytes, share: bytes / wholeBytes });
	return {
		parts: [
			part("videos", Math.max(0, storedBytes - trashBytes)),
			part("trash", trashBytes),
			part("announced", reservedBytes),
		],
		takenBytes,
		freeBytes: quotaBytes === null ? null : Math.max(0, quotaBytes - takenBytes),
		level: levelOf(takenBytes, quotaBytes),
	};
}

function levelOf(takenBytes: number, quotaBytes: number | null): UsageSummary["level"] {
	if (quotaBytes === null || takenBytes < quotaBytes * tightRatio) return "fine";
	return takenBytes < quotaBytes ? "tight" : "full";
}
