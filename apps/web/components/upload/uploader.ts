import type { ApiClient } from "@nuclom/api/client";
import { checkFile, folderTrouble } from "./check-file.ts";
import { createSlots } from "./connection-slots.ts";
import type { Dropped } from "./dropped-files.ts";
import type { UploadItem } from "./upload-item.ts";
import { createJob, type UploadJob, type UploadJobOptions } from "./upload-job.ts";
import type { UploadStore } from "./upload-store.ts";

export interface UploaderOptions {
	readonly client: ApiClient;
	readonly store: UploadStore;
	/** A video came into being, changed or went: lists may be asked for again. */
	readonly onVideoChange: (organizationId: string) => void;
	readonly put?: UploadJobOptions["put"];
}

export interface UploadTarget {
	readonly organizationId: string;
	readonly organizationSlug: string;
}

export interface Uploader {
	readonly add: (dropped: Dropped, target: UploadTarget) => Promise<void>;
	readonly pause: (id: string) => void;
	readonly resume: (id: string) => void;
	/** Stops at once; the server hears of it when the time for an undo has passed. */
	readonly cancel: (id: string) => void;
	readonly undoCancel: (id: string) => void;
	readonly dismiss: (id: string) => void;
}

export const undoMs = 8000;

/** Uploads one file at a time, each over several connections; the others wait in line. */
export function createUploader(options: UploaderOptions): Uploader {
	const { client, store, onVideoChange, put } = options;
	const jobs = new Map<string, UploadJob>();
	const goodbyes = new Map<string, ReturnType<typeof setTimeout>>();
	const useSlot = createSlots(globalThis.navigator?.locks);
	let limit: Promise<number> | undefined;

	/** Asked for once; a failure is no reason to refuse a file, because the server checks again. */
	const maxUploadBytes = () => {
		limit ??= client.configuration.get().then(
			(configuration) => configuration.maxUploadBytes,
			() => {
				limit = undefined;
				return Number.POSITIVE_INFINITY;
			},
		);
		return limit;
	};

	const find = (id: string) => store.items().find((item) => item.id === id);
	const startNext = () => {
		const items = store.items();
		const isBusy = items.some(({ state }) =>
			["starting", "uploading", "finishing"].includes(state),
		);
		const next = isBusy ? undefined : items.find(({ state }) => state === "queued");
		if (!next) return;
		void jobs.get(next.id)?.run().finally(startNext);
	};
	const requeue = (id: string) => {
		store.update(id, { state: "queued", trouble: null });
		startNext();
	};
	const forget = (id: string) => {
		jobs.delete(id);
		store.remove(id);
	};

	globalThis.addEventListener?.("online", () => {
		for (const { id, state, trouble } of store.items()) {
			if (state === "failed" && trouble?.isConnection) requeue(id);
		}
	});

	return {
		async add({ files, hasFolder }, target) {
			if (hasFolder) store.add(refusedFolder(target));
			const maxBytes = await maxUploadBytes();
			for (const file of files) {
				const item = newItem(file, target);
				const trouble = checkFile(file, maxBytes);
				store.add(trouble ? { ...item, state: "refused", trouble } : item);
				if (trouble) continue;
				jobs.set(item.id, createJob({ client, store, useSlot, onVideoChange, file, item, put }));
			}
			startNext();
		},
		pause(id) {
			const item = find(id);
			if (item?.state === "queued") store.update(id, { state: "paused" });
			else jobs.get(id)?.stop("paused");
		},
		resume: requeue,
		cancel(id) {
			const item = find(id);
			if (!item) return;
			jobs.get(id)?.stop("canceled");
			store.update(id, { state: "canceled", trouble: null, bytesPerSecond: null });
			goodbyes.set(
				id,
				setTimeout(() => {
					const job = jobs.get(id);
					forget(id);
					void job?.abandon();
				}, undoMs),
			);
			startNext();
		},
		undoCancel(id) {
			clearTimeout(goodbyes.get(id));
			goodbyes.delete(id);
			requeue(id);
		},
		dismiss: forget,
	};
}

const refusedFolder = (target: UploadTarget): UploadItem => ({
	...newItem({ name: "Folder", size: 0 }, target),
	state: "refused",
	trouble: folderTrouble,
});

function newItem(file: Pick<File, "name" | "size">, target: UploadTarget): UploadItem {
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
