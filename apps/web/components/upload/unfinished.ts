import type { ApiClient } from "@nuclom/api/client";
import { otherFileTrouble, otherTabTrouble } from "./check-file.ts";
import type { ChosenFile } from "./dropped-files.ts";
import type { KeptUpload, KeptUploads } from "./kept-uploads.ts";
import { isSameFile } from "./known-file.ts";
import type { HashBlob } from "./md5.ts";
import { abortUpload } from "./upload-calls.ts";
import type { UploadLocks } from "./upload-locks.ts";
import type { UploadStore } from "./upload-store.ts";

export interface UnfinishedParts {
	readonly client: ApiClient;
	readonly kept: KeptUploads;
	readonly locks: UploadLocks;
	readonly hash: HashBlob;
	readonly store: UploadStore;
}

/** Rows of uploads that were begun in this browser, and whose file has to be found again. */
export interface Unfinished {
	/** What can honestly be offered: kept here, still open on the server, and sent by no other tab. */
	readonly load: (organizationId: string) => Promise<readonly KeptUpload[]>;
	readonly remember: (id: string, before: KeptUpload) => void;
	readonly find: (id: string) => KeptUpload | undefined;
	readonly forget: (id: string) => void;
	/** The row's own file; undefined, and the row says why, when that is not what was chosen or is left. */
	readonly openFile: (id: string, chosen?: ChosenFile) => Promise<ChosenFile | undefined>;
	readonly discard: (before: KeptUpload) => Promise<void>;
}

/** In Chromium; elsewhere no handle is ever kept. */
interface AskableHandle extends FileSystemFileHandle {
	readonly requestPermission?: (wanted: { mode: "read" }) => Promise<PermissionState>;
}

/** Follows the way back that Chromium kept; null when it may not, or leads nowhere. */
async function followHandle(handle: AskableHandle): Promise<ChosenFile | null> {
	try {
		const answer = (await handle.requestPermission?.({ mode: "read" })) ?? "granted";
		return answer === "granted" ? { file: await handle.getFile(), handle } : null;
	} catch {
		return null;
	}
}

export function createUnfinished(parts: UnfinishedParts): Unfinished {
	const { client, kept, locks, hash, store } = parts;
	const rows = new Map<string, KeptUpload>();
	/** Uploads that a row of this window stands for already. */
	const isShown = ({ videoId }: KeptUpload) =>
		store.items().some((item) => item.videoId === videoId);

	return {
		async load(organizationId) {
			const all = await kept.list(organizationId);
			if (all.length === 0) return [];
			const { uploads } = await client.uploads.list({ organizationId });
			const open = new Set(uploads.map(({ uploadId }) => uploadId));
			const held = await locks.held();
			for (const { uploadId, expiresAt } of all) {
				// Another person's, on this computer, is left alone until it has expired.
				if (!open.has(uploadId) && Date.parse(expiresAt) < Date.now()) await kept.remove(uploadId);
			}
			return all.filter(
				(upload) => open.has(upload.uploadId) && !held.has(upload.uploadId) && !isShown(upload),
			);
		},
		remember: (id, before) => void rows.set(id, before),
		find: (id) => rows.get(id),
		forget: (id) => void rows.delete(id),
		async openFile(id, chosen) {
			const before = rows.get(id);
			if (!before) return undefined;
			if ((await locks.held()).has(before.uploadId)) {
				store.update(id, { trouble: otherTabTrouble });
				return undefined;
			}
			const found = chosen ?? (before.handle ? await followHandle(before.handle) : null);
			if (!found) {
				store.update(id, {
					hasHandle: false,
					trouble: {
						what: `${before.fileName} could not be opened where it was.`,
						next: "Choose it to go on.",
						canResume: false,
					},
				});
				return undefined;
			}
			if (await isSameFile(found.file, before, hash)) return found;
			store.update(id, { trouble: otherFileTrouble(found.file, before) });
			return undefined;
		},
		async discard(before) {
			await kept.remove(before.uploadId);
			await abortUpload(client, before);
		},
	};
}
