import type { UploadTrouble } from "./trouble.ts";

export type UploadState =
	| "queued"
	| "starting"
	| "uploading"
	| "paused"
	| "offline"
	| "unfinished"
	| "finishing"
	| "done"
	| "failed"
	| "canceled"
	| "refused";

/** One row of the tray: a plain value, replaced when something changes. */
export interface UploadItem {
	/** Made here; the server's ids come later. */
	readonly id: string;
	readonly organizationId: string;
	readonly organizationSlug: string;
	readonly fileName: string;
	readonly sizeBytes: number;
	readonly state: UploadState;
	/** Known as soon as the server has made the video; its page can be opened from then on. */
	readonly videoId: string | null;
	/** Handed to the network so far, kept parts and parts under way together. */
	readonly sentBytes: number;
	readonly bytesPerSecond: number | null;
	readonly remainingMs: number | null;
	readonly trouble: UploadTrouble | null;
	/** The browser knows the way back to the file: nobody has to choose it again. */
	readonly hasHandle?: boolean | undefined;
}

/** States in which closing the window would lose something. */
const fragile: readonly UploadState[] = ["queued", "starting", "uploading", "offline", "finishing"];

export const isFragile = (item: UploadItem) => fragile.includes(item.state);

type Measured = Pick<UploadItem, "state" | "sizeBytes" | "sentBytes">;

/** 0 to 1; an upload that only waits to be assembled is not done yet. */
export function ratioOf(item: Measured): number {
	if (item.state === "done") return 1;
	return item.sizeBytes > 0 ? Math.min(1, item.sentBytes / item.sizeBytes) : 0;
}

/** Whole percent, rounded down: 100 % is said only when all is there. */
export const percentOf = (item: Measured) => Math.floor(ratioOf(item) * 100);
