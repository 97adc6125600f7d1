import type { UploadTrouble } from "./trouble.ts";
import type { UploadItem } from "./upload-item.ts";

export interface UploadTarget {
	readonly organizationId: string;
	readonly organizationSlug: string;
}

/** As far as the file system tells, these are one file. */
export const isSameEntry = (a: File, b: File) =>
	a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;

export const refused = (item: UploadItem, trouble: UploadTrouble): UploadItem => ({
	...item,
	state: "refused",
	trouble,
});

export function newItem(file: Pick<File, "name" | "size">, target: UploadTarget): UploadItem {
	return {
		id: crypto.randomUUID?.() ?? `${performance.now()}-${Math.random()}`,
		organizationId: target.organizationId,
		organizationSlug: target.organizationSlug,
		fileName: file.name,
		sizeBytes: file.size,
		state: "queued",
		videoId: null,
		sentBytes: 0,
		bytesPerSecond: null,
		remainingMs: null,
		trouble: null,
	};
}
