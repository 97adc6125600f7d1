import type { ApiClient } from "@nuclom/api/client";
import type { UseSlot } from "./connection-slots.ts";
import { slotCount } from "./connection-slots.ts";
import { planRanges } from "./part-plan.ts";
import { putPart } from "./put-part.ts";
import { retry } from "./retry.ts";
import { createSignedParts } from "./signed-parts.ts";
import { createSpeedMeter, remainingMs } from "./speed.ts";
import { type DonePart, type TransferOptions, transferParts } from "./transfer.ts";
import { describeTrouble, hasCode, isTransient } from "./trouble.ts";
import { percentOf, type UploadItem } from "./upload-item.ts";
import type { UploadStore } from "./upload-store.ts";

export interface UploadJobOptions {
	readonly client: ApiClient;
	readonly store: UploadStore;
	readonly useSlot: UseSlot;
	readonly onVideoChange: (organizationId: string) => void;
	readonly file: File;
	readonly item: UploadItem;
	/** How a part is sent; over HTTP when left out. */
	readonly put?: TransferOptions["put"] | undefined;
}

export interface UploadJob {
	/** From the beginning or from where it stopped. Never rejects: the row says what happened. */
	readonly run: () => Promise<void>;
	readonly stop: (state: "paused" | "canceled") => void;
	/** Tells the server that this upload is given up: its parts and its video go. */
	readonly abandon: () => Promise<void>;
}

type Upload = Awaited<ReturnType<ApiClient["uploads"]["create"]>>;

/** One file's way from the disk to a video. */
export function createJob(options: UploadJobOptions): UploadJob {
	const { client, store, useSlot, onVideoChange, file, item, put = putPart } = options;
	const { id, organizationId } = item;
	const done = new Map<number, DonePart>();
	const speed = createSpeedMeter();
	const firstSlot = Math.floor(Math.random() * slotCount);
	let control = new AbortController();
	let upload: Upload | undefined;
	let running = Promise.resolve();

	const update = (change: Partial<UploadItem>) => store.update(id, change);
	const onProgress = createProgressReport(file.size, speed, update);

	/** Parts that were cut off are sent again as a whole, so they do not count. */
	const keptBytes = () => {
		const partSizeBytes = upload?.partSizeBytes ?? file.size;
		const kept = planRanges(file.size, partSizeBytes).filter(({ partNumber }) =>
			done.has(partNumber),
		);
		return kept.reduce((sum, { startByte, endByte }) => sum + endByte - startByte, 0);
	};

	const begin = async (signal: AbortSignal) => {
		const again = upload;
		if (again) {
			await retry(() => recall(client, again, file.size, done), {
				signal,
				isTransient,
			});
			return again;
		}
		update({ state: "starting" });
		const { name: fileName, size: sizeBytes, type } = file;
		upload = await retry(
			() =>
				client.uploads.create({
					organizationId,
					fileName,
					sizeBytes,
					...(type ? { contentType: type } : {}),
				}),
			{ signal, isTransient },
		);
		update({ videoId: upload.videoId });
		onVideoChange(organizationId);
		return upload;
	};

	const send = ({ uploadId, partSizeBytes, partCount }: Upload, signal: AbortSignal) =>
		transferParts({
			file,
			ranges: planRanges(file.size, partSizeBytes),
			done,
			signed: createSignedParts(partCount, async (partNumbers) => {
				const answer = await client.uploads.signParts({ organizationId, uploadId, partNumbers });
				return answer.parts;
			}),
			put,
			useSlot,
			parallel: slotCount,
			firstSlot,
			signal,
			onProgress,
		});

	const finish = async ({ uploadId }: Upload, signal: AbortSignal) => {
		update({ state: "finishing", sentBytes: file.size, bytesPerSecond: null, remainingMs: null });
		const input = { organizationId, uploadId };
		await retry(async () => complete(client, input, done), { signal, isTransient });
		update({ state: "done" });
		onVideoChange(organizationId);
	};

	const attempt = async (signal: AbortSignal) => {
		speed.reset();
		try {
			const begun = await begin(signal);
			signal.throwIfAborted();
			update({ state: "uploading" });
			await send(begun, signal);
			await finish(begun, signal);
		} catch (error) {
			if (signal.aborted) return;
			const sentBytes = keptBytes();
			const trouble = describeTrouble(error, percentOf({ ...item, sentBytes }));
			update({ state: "failed", trouble, sentBytes, bytesPerSecond: null, remainingMs: null });
		}
	};

	return {
		run() {
			control = new AbortController();
			const { signal } = control;
			// A run that was stopped a moment ago must have let go of its parts.
			running = running.then(() => attempt(signal));
			return running;
		},
		stop(state) {
			control.abort(new Error(state));
			update({ state, sentBytes: keptBytes(), bytesPerSecond: null, remainingMs: null });
		},
		async abandon() {
			await running;
			if (!upload) return;
			const { uploadId } = upload;
			// Nothing to say when it fails: the server gives up unfinished uploads by itself in time.
			await client.uploads.abort({ organizationId, uploadId }).catch(() => {});
			onVideoChange(organizationId);
		},
	};
}

const reportEveryMs = 120;

/** Progress events come by the hundred; a row that is drawn eight times a second is smooth enough. */
function createProgressReport(
	sizeBytes: number,
	speed: ReturnType<typeof createSpeedMeter>,
	update: (change: Partial<UploadItem>) => void,
) {
	let reportedAtMs = 0;
	return (sentBytes: number) => {
		const nowMs = performance.now();
		if (nowMs - reportedAtMs < reportEveryMs && sentBytes < sizeBytes) return;
		reportedAtMs = nowMs;
		speed.record(sentBytes, nowMs);
		const bytesPerSecond = speed.bytesPerSecond();
		update({
			sentBytes,
			bytesPerSecond,
			remainingMs: remainingMs(sizeBytes - sentBytes, bytesPerSecond),
		});
	};
}

interface UploadInput {
	readonly organizationId: string;
	readonly uploadId: string;
}

/** Before going on: what the store really has counts, not what this window remembers. */
async function recall(
	client: ApiClient,
	{ organizationId, uploadId, partSizeBytes }: UploadInput & { readonly partSizeBytes: number },
	sizeBytes: number,
	done: Map<number, DonePart>,
) {
	const { parts } = await client.uploads.listParts({ organizationId, uploadId });
	const expected = planRanges(sizeBytes, partSizeBytes);
	done.clear();
	for (const { partNumber, sizeBytes: bytes, etag } of parts) {
		const range = expected[partNumber - 1];
		if (range && range.endByte - range.startByte === bytes)
			done.set(partNumber, { partNumber, etag });
	}
}

async function complete(
	client: ApiClient,
	input: UploadInput,
	done: ReadonlyMap<number, DonePart>,
) {
	try {
		await client.uploads.complete({ ...input, parts: await etags(client, input, done) });
	} catch (error) {
		// The answer to an earlier try was lost on its way.
		if (!hasCode(error, "UPLOAD_ALREADY_COMPLETED")) throw error;
	}
}

/** The store's own list fills in what a browser was not shown. */
async function etags(
	client: ApiClient,
	input: UploadInput,
	done: ReadonlyMap<number, DonePart>,
): Promise<{ partNumber: number; etag: string }[]> {
	const parts = [...done.values()].sort((a, b) => a.partNumber - b.partNumber);
	const known = parts.flatMap(({ partNumber, etag }) => (etag ? [{ partNumber, etag }] : []));
	if (known.length === parts.length) return known;
	const listed = await client.uploads.listParts(input);
	return listed.parts.map(({ partNumber, etag }) => ({ partNumber, etag }));
}
