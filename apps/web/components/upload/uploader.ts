import type { ApiClient } from "@nuclom/api/client";
import { checkFile, emptyFolderTrouble } from "./check-file.ts";
import { createSlots } from "./connection-slots.ts";
import type { ChosenFile, Dropped } from "./dropped-files.ts";
import { createEngine } from "./engine.ts";
import { createKeptUploads, type KeptUpload, type KeptUploads } from "./kept-uploads.ts";
import { isSameFile } from "./known-file.ts";
import { createHasher, type HashBlob } from "./md5.ts";
import { isSameEntry, newItem, refused, type UploadTarget } from "./new-item.ts";
import { type PutPart, putPart } from "./put-part.ts";
import { createUnfinished } from "./unfinished.ts";
import type { UploadItem, UploadState } from "./upload-item.ts";
import { createJob, type UploadJob } from "./upload-job.ts";
import { createUploadLocks } from "./upload-locks.ts";
import type { UploadStore } from "./upload-store.ts";

export interface UploaderOptions {
	readonly client: ApiClient;
	readonly store: UploadStore;
	/** A video came into being, changed or went: lists may be asked for again. */
	readonly onVideoChange: (organizationId: string) => void;
	readonly put?: PutPart | undefined;
	readonly hash?: HashBlob | undefined;
	readonly kept?: KeptUploads | undefined;
	readonly retryDelaysMs?: readonly number[] | undefined;
}

export interface Uploader {
	readonly add: (dropped: Dropped, target: UploadTarget) => Promise<void>;
	/** Shows what this browser began here on another day and did not finish. */
	readonly restore: (target: UploadTarget) => Promise<void>;
	/** Goes on with an unfinished row; without a file by the way back that the browser kept. */
	readonly goOn: (id: string, chosen?: ChosenFile) => Promise<void>;
	readonly pause: (id: string) => void;
	readonly resume: (id: string) => void;
	readonly pauseAll: () => void;
	readonly resumeAll: () => void;
	/** Stops at once; the server hears of it when the time for an undo has passed. */
	readonly cancel: (id: string) => void;
	readonly undoCancel: (id: string) => void;
	readonly dismiss: (id: string) => void;
}

export const undoMs = 8000;

/** Files that are sent at the same time; they share the connections, and the first has the first say. */
const mostAtOnce = 3;

const moving: readonly UploadState[] = ["starting", "uploading", "finishing"];
const pausable: readonly UploadState[] = ["queued", "uploading", "offline"];

const isOffline = () => globalThis.navigator?.onLine === false;

/** Takes files, and sends a few of them at a time; the others wait in line. */
export function createUploader(options: UploaderOptions): Uploader {
	const { client, store, onVideoChange, put = putPart, retryDelaysMs } = options;
	const { hash = createHasher(), kept = createKeptUploads() } = options;
	const jobs = new Map<string, UploadJob>();
	const goodbyes = new Map<string, ReturnType<typeof setTimeout>>();
	const webLocks = globalThis.navigator?.locks;
	const locks = createUploadLocks(webLocks);
	const engine = createEngine({ put, useSlot: createSlots(webLocks), retryDelaysMs });
	const unfinished = createUnfinished({ client, kept, locks, hash, store });
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
		let free = mostAtOnce - items.filter(({ state }) => moving.includes(state)).length;
		for (const { id, state } of items) {
			if (free <= 0 || isOffline()) return;
			if (state !== "queued") continue;
			free -= 1;
			store.update(id, { state: "starting" });
			jobs.get(id)?.run();
		}
	};
	const requeue = (id: string) => {
		store.update(id, { state: "queued", trouble: null });
		startNext();
	};
	const forget = (id: string) => {
		jobs.delete(id);
		unfinished.forget(id);
		store.remove(id);
	};
	const take = (item: UploadItem, chosen: ChosenFile, before?: KeptUpload) => {
		const onIdle = () => queueMicrotask(startNext);
		const parts = { client, store, engine, kept, hash, locks, onVideoChange, onIdle };
		jobs.set(item.id, createJob(parts, item, chosen, before));
	};

	/** A file that the tray knows already goes on there. */
	const goesOn = async (chosen: ChosenFile, { organizationId }: UploadTarget) => {
		for (const item of store.items()) {
			if (item.organizationId !== organizationId) continue;
			const before = unfinished.find(item.id);
			if (before && item.state === "unfinished" && (await isSameFile(chosen.file, before, hash))) {
				await uploader.goOn(item.id, chosen);
				return true;
			}
			const job = jobs.get(item.id);
			if (!job || item.state === "done" || item.state === "canceled") continue;
			if (!isSameEntry(job.chosen.file, chosen.file)) continue;
			if (item.state === "paused" || (item.state === "failed" && item.trouble?.canResume)) {
				requeue(item.id);
				return true;
			}
			if (item.state !== "failed") return true;
		}
		return false;
	};

	const listen = (name: string, listener: () => void) =>
		globalThis.addEventListener?.(name, listener);
	listen("offline", () => {
		for (const { id, state } of store.items()) {
			if (state === "uploading") jobs.get(id)?.stop("offline");
		}
	});
	listen("online", () => {
		for (const { id, state, trouble } of store.items()) {
			if (state === "offline" || (state === "failed" && trouble?.isConnection)) requeue(id);
		}
		startNext();
	});

	const uploader: Uploader = {
		async add({ files, emptyFolders }, target) {
			for (const name of emptyFolders) {
				store.add(refused(newItem({ name, size: 0 }, target), emptyFolderTrouble));
			}
			const maxBytes = await maxUploadBytes();
			for (const chosen of files) {
				if (await goesOn(chosen, target)) continue;
				const item = newItem(chosen.file, target);
				const trouble = checkFile(chosen.file, maxBytes);
				store.add(trouble ? refused(item, trouble) : item);
				if (!trouble) take(item, chosen);
			}
			startNext();
		},
		async restore(target) {
			const added = await unfinished.load(target.organizationId);
			for (const before of added) {
				const { fileName: name, sizeBytes: size, videoId, sentBytes, handle } = before;
				const item = newItem({ name, size }, target);
				unfinished.remember(item.id, before);
				store.add({
					...item,
					...{ state: "unfinished", videoId, sentBytes, hasHandle: handle !== undefined },
				});
			}
		},
		async goOn(id, chosen) {
			const before = unfinished.find(id);
			const item = find(id);
			if (!before || !item) return;
			const found = await unfinished.openFile(id, chosen);
			if (!found) return;
			take(item, found, before);
			requeue(id);
		},
		pause(id) {
			const item = find(id);
			if (item?.state === "queued") store.update(id, { state: "paused" });
			else jobs.get(id)?.stop("paused");
		},
		resume: requeue,
		pauseAll() {
			// The last first, so that none of them starts in the gap.
			for (const { id, state } of [...store.items()].reverse()) {
				if (pausable.includes(state)) uploader.pause(id);
			}
		},
		resumeAll() {
			for (const { id, state } of store.items()) if (state === "paused") requeue(id);
		},
		cancel(id) {
			if (!find(id)) return;
			jobs.get(id)?.stop("canceled");
			store.update(id, { state: "canceled", trouble: null, bytesPerSecond: null });
			const abandon = async () => {
				const job = jobs.get(id);
				const before = unfinished.find(id);
				forget(id);
				if (job) await job.abandon();
				else if (before) await unfinished.discard(before);
				if (before) onVideoChange(before.organizationId);
			};
			goodbyes.set(id, setTimeout(abandon, undoMs));
			startNext();
		},
		undoCancel(id) {
			clearTimeout(goodbyes.get(id));
			goodbyes.delete(id);
			if (jobs.has(id)) requeue(id);
			else store.update(id, { state: "unfinished" });
		},
		dismiss: forget,
	};
	return uploader;
}
