import type { UseSlot } from "./connection-slots.ts";
import type { PartRange } from "./part-plan.ts";
import { type RetryOptions, retry } from "./retry.ts";
import type { SignedParts } from "./signed-parts.ts";
import { FileUnreadableError, isTransient, PartError } from "./trouble.ts";

export interface DonePart {
	readonly partNumber: number;
	/** Null where the store keeps it from browsers; the store's own list has it. */
	readonly etag: string | null;
}

export interface TransferOptions {
	readonly file: Blob;
	readonly ranges: readonly PartRange[];
	/** Filled while parts arrive, so that a later try goes on from here. */
	readonly done: Map<number, DonePart>;
	readonly signed: SignedParts;
	readonly put: (part: {
		url: string;
		headers: Readonly<Record<string, string>>;
		body: Blob;
		signal: AbortSignal;
		onProgress: (sentBytes: number) => void;
	}) => Promise<string | null>;
	readonly useSlot: UseSlot;
	readonly parallel: number;
	/** Which connection this file begins with, so that small files do not all want the first. */
	readonly firstSlot: number;
	readonly signal: AbortSignal;
	/** All bytes of this file that have left: kept parts and parts under way. */
	readonly onProgress: (sentBytes: number) => void;
	readonly delaysMs?: readonly number[];
	readonly wait?: RetryOptions["wait"];
}

/** Sends every part that is not there yet, a few at a time. The first lasting failure stops all. */
export async function transferParts(options: TransferOptions): Promise<void> {
	const { ranges, done, parallel } = options;
	const stop = new AbortController();
	const signal = AbortSignal.any([options.signal, stop.signal]);
	const underWay = new Map<number, number>();
	const report = () => options.onProgress(sentBytes(ranges, done, underWay));
	const queue = ranges.filter((range) => !done.has(range.partNumber));
	report();

	const worker = async (index: number) => {
		for (let range = queue.shift(); range; range = queue.shift()) {
			const part = range;
			const etag = await sendPart(options, part, index, signal, (bytes) => {
				underWay.set(part.partNumber, bytes);
				report();
			});
			underWay.delete(part.partNumber);
			done.set(part.partNumber, { partNumber: part.partNumber, etag });
			report();
		}
	};
	const workers = Array.from({ length: Math.min(parallel, queue.length) }, (_, index) =>
		worker(index).catch((error) => {
			stop.abort(error);
			throw error;
		}),
	);
	const results = await Promise.allSettled(workers);
	options.signal.throwIfAborted();
	const failed = results.find((result) => result.status === "rejected");
	if (failed) throw stop.signal.reason ?? failed.reason;
}

function sentBytes(
	ranges: readonly PartRange[],
	done: ReadonlyMap<number, DonePart>,
	underWay: ReadonlyMap<number, number>,
) {
	let bytes = 0;
	for (const { partNumber, startByte, endByte } of ranges) {
		bytes += done.has(partNumber) ? endByte - startByte : (underWay.get(partNumber) ?? 0);
	}
	return bytes;
}

function sendPart(
	options: TransferOptions,
	range: PartRange,
	workerIndex: number,
	signal: AbortSignal,
	onProgress: (bytes: number) => void,
): Promise<string | null> {
	const { file, signed, put, useSlot, firstSlot, delaysMs, wait } = options;
	const body = file.slice(range.startByte, range.endByte);
	const attempt = async () => {
		const { url, headers } = await signed.get(range.partNumber);
		signal.throwIfAborted();
		try {
			return await useSlot(firstSlot + workerIndex, signal, () =>
				put({ url, headers, body, signal, onProgress }),
			);
		} catch (error) {
			if (signal.aborted) throw error;
			onProgress(0);
			if (error instanceof PartError && error.status === 0) await assertReadable(body);
			if (isRefused(error)) signed.forget(range.partNumber);
			throw error;
		}
	};
	return retry(attempt, {
		signal,
		// An address that the store refuses may only be too old: a new one is asked for.
		isTransient: (error) => isTransient(error) || isRefused(error),
		...(delaysMs ? { delaysMs } : {}),
		...(wait ? { wait } : {}),
	});
}

const isRefused = (error: unknown) => error instanceof PartError && error.status === 403;

/** A browser reports a file that changed on disk as a network failure; reading a byte tells them apart. */
async function assertReadable(body: Blob): Promise<void> {
	try {
		await body.slice(0, 1).arrayBuffer();
	} catch (cause) {
		throw new FileUnreadableError("The file cannot be read", { cause });
	}
}
