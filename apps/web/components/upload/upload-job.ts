import { type BeginParts, createKept, findKept } from "./begin-upload.ts";
import { otherTabTrouble } from "./check-file.ts";
import type { ChosenFile } from "./dropped-files.ts";
import type { Engine, StoredPart } from "./engine.ts";
import type { KeptUpload } from "./kept-uploads.ts";
import { partsOfFile } from "./known-file.ts";
import { createProgressReport } from "./progress-report.ts";
import { createSignedParts } from "./signed-parts.ts";
import { describeTrouble, hasCode, isGone } from "./trouble.ts";
import { abortUpload, completeUpload, listParts, signParts } from "./upload-calls.ts";
import { percentOf, type UploadItem } from "./upload-item.ts";
import type { UploadLocks } from "./upload-locks.ts";
import type { UploadStore } from "./upload-store.ts";

export interface JobParts extends BeginParts {
	readonly store: UploadStore;
	readonly engine: Engine;
	readonly locks: UploadLocks;
	readonly onVideoChange: (organizationId: string) => void;
	/** This file needs no connection any more: another may have its turn. */
	readonly onIdle: () => void;
}

export interface UploadJob {
	readonly chosen: ChosenFile;
	/** From the beginning or from where it stopped. Never rejects: the row says what happened. */
	readonly run: () => void;
	readonly stop: (state: "paused" | "offline" | "canceled") => void;
	/** Tells the server that this upload is given up: its parts and its video go. */
	readonly abandon: () => Promise<void>;
}

const still = { bytesPerSecond: null, remainingMs: null } as const;

class OtherTabError extends Error {}

/** One file's way from the disk to a video. */
export function createJob(
	parts: JobParts,
	item: Pick<UploadItem, "id" | "organizationId" | "sizeBytes">,
	chosen: ChosenFile,
	before?: KeptUpload,
): UploadJob {
	const { client, store, engine, kept, hash, locks, onVideoChange, onIdle } = parts;
	const { id, organizationId } = item;
	const { file } = chosen;
	const update = (change: Partial<UploadItem>) => store.update(id, change);
	const progress = createProgressReport(file.size, update);
	/** Bytes of the parts that the store has. */
	const done = new Map<number, number>();
	/** ETags of parts in the store that are not this file's. */
	const foreign = new Map<number, string>();
	let upload = before;
	let isFresh = false;
	let isAdopted = before !== undefined;
	let isTouched = before !== undefined && file.lastModified !== before.lastModifiedMs;
	let isWithEngine = false;
	let control = new AbortController();
	let beginning = Promise.resolve();
	let release: (() => void) | null = null;

	const keptBytes = () => [...done.values()].reduce((sum, bytes) => sum + bytes, 0);
	const letGo = () => {
		release?.();
		release = null;
	};

	const begin = async (signal: AbortSignal): Promise<KeptUpload> => {
		if (!upload) {
			update({ state: "starting" });
			upload = await findKept(parts, organizationId, file);
			isAdopted = upload !== undefined;
			isTouched = upload !== undefined && file.lastModified !== upload.lastModifiedMs;
		}
		if (upload && !release) {
			release = await locks.hold(upload.uploadId);
			if (!release) throw new OtherTabError();
		}
		if (!upload) {
			upload = await createKept(parts, organizationId, chosen, signal);
			isFresh = true;
			release = await locks.hold(upload.uploadId);
			onVideoChange(organizationId);
		}
		update({ videoId: upload.videoId });
		return upload;
	};

	const listOwn = async (begun: KeptUpload): Promise<StoredPart[]> => {
		// A new upload has no parts: there is nothing to ask for.
		const listed = isFresh ? [] : await listParts(client, begun);
		isFresh = false;
		const known = listed.filter(({ partNumber, etag }) => foreign.get(partNumber) !== etag);
		const { partSizeBytes } = begun;
		const own = await partsOfFile(known, { file, partSizeBytes, isTouched, hash });
		isTouched = false;
		done.clear();
		for (const { partNumber, sizeBytes } of own) done.set(partNumber, sizeBytes);
		for (const { partNumber, etag } of known) {
			if (!done.has(partNumber)) foreign.set(partNumber, etag);
		}
		return own;
	};

	const finish = () => {
		isWithEngine = false;
		letGo();
		if (upload) void kept.remove(upload.uploadId);
		update({ state: "done", sentBytes: file.size, trouble: null, ...still });
		onVideoChange(organizationId);
		onIdle();
	};

	const fail = (error: unknown) => {
		isWithEngine = false;
		letGo();
		if (hasCode(error, "UPLOAD_ALREADY_COMPLETED")) return finish();
		if (isGone(error) && upload) {
			void kept.remove(upload.uploadId);
			upload = undefined;
			done.clear();
			// What was kept from another day has expired: it begins anew by itself.
			if (isAdopted) return run();
		}
		const sentBytes = keptBytes();
		const percent = percentOf({ state: "failed", sizeBytes: file.size, sentBytes });
		const trouble =
			error instanceof OtherTabError ? otherTabTrouble : describeTrouble(error, percent);
		update({ state: "failed", trouble, sentBytes, ...still });
		onIdle();
	};

	const send = (begun: KeptUpload) => {
		isWithEngine = true;
		const { uploadId, partSizeBytes, partCount } = begun;
		const sizeOf = (partNumber: number) =>
			Math.min(partSizeBytes, file.size - (partNumber - 1) * partSizeBytes);
		engine.start(id, {
			...{ file, uploadId, partSizeBytes },
			signed: createSignedParts(
				partCount,
				(partNumbers) => signParts(client, begun, { file, hash }, partNumbers),
				(partNumber) => !done.has(partNumber),
			),
			listParts: () => listOwn(begun),
			complete(sent) {
				update({ state: "finishing", sentBytes: file.size, ...still });
				return completeUpload(client, begun, sent);
			},
			onProgress(sentBytes) {
				const { state } = store.items().find((one) => one.id === id) ?? {};
				if (state === "uploading") progress.report(sentBytes);
			},
			onPart(partNumber) {
				done.set(partNumber, sizeOf(partNumber));
				void kept.setSentBytes(uploadId, keptBytes());
			},
			onDone: finish,
			onFailed: fail,
		});
	};

	const run = () => {
		control = new AbortController();
		const { signal } = control;
		progress.reset();
		// A beginning that was stopped a moment ago must have ended.
		beginning = beginning.then(async () => {
			if (signal.aborted) return;
			try {
				const begun = await begin(signal);
				if (signal.aborted) return;
				update({ state: "uploading" });
				if (isWithEngine) engine.resume(id);
				else send(begun);
			} catch (error) {
				if (!signal.aborted) fail(error);
			}
		});
	};

	return {
		chosen,
		run,
		stop(state) {
			control.abort(new DOMException(state, "AbortError"));
			if (isWithEngine) engine.pause(id);
			update({ state, trouble: null, sentBytes: keptBytes(), ...still });
			onIdle();
		},
		async abandon() {
			await beginning;
			engine.stop(id);
			letGo();
			if (!upload) return;
			await kept.remove(upload.uploadId);
			await abortUpload(client, upload);
			onVideoChange(organizationId);
		},
	};
}
