import type { UseSlot } from "./connection-slots.ts";
import type { PutPart } from "./put-part.ts";
import type { SignedParts } from "./signed-parts.ts";
import { FileUnreadableError, isTransient, PartError } from "./trouble.ts";

export interface SenderOptions {
	readonly put: PutPart;
	readonly useSlot: UseSlot;
}

/** What travels through Uppy as the signature of a part. */
export interface PartSignature {
	readonly url: string;
	readonly headers: Record<string, string>;
	readonly signed: SignedParts;
	readonly partNumber: number;
	/** Signing failed for good: told by the sending, because Uppy repeats every failed signing. */
	readonly failure?: unknown;
}

const loaded = (bytes: number) => ({ loaded: bytes, lengthComputable: true });

/** A browser reports a file that changed on disk as a network failure; reading a byte tells them apart. */
async function assertReadable(body: Blob): Promise<void> {
	try {
		await body.slice(0, 1).arrayBuffer();
	} catch (cause) {
		throw new FileUnreadableError("The file cannot be read", { cause });
	}
}

/** @throws what may pass, for Uppy to try again. */
export async function signPart(signed: SignedParts, partNumber: number): Promise<PartSignature> {
	const common = { signed, partNumber };
	try {
		const { url, headers } = await signed.get(partNumber);
		return { ...common, url, headers };
	} catch (failure) {
		if (isTransient(failure)) throw failure;
		return { ...common, url: "", headers: {}, failure };
	}
}

export interface Sending {
	readonly signature: unknown;
	readonly body: Blob | FormData;
	readonly onProgress: (progress: { loaded: number; lengthComputable: boolean }) => void;
	readonly onComplete: (etag: string) => void;
	readonly signal?: AbortSignal;
}

/** Sends a part; where its address is refused, perhaps only too old, once more by a new one. */
async function sendOnce({ put, useSlot }: SenderOptions, sending: Sending) {
	const { onProgress, onComplete, signal = new AbortController().signal } = sending;
	const body = sending.body as Blob;
	const { signed, partNumber, failure, ...first } = sending.signature as PartSignature;
	if (failure) throw failure;
	const report = (bytes: number) => {
		// Some browsers tell of progress once more when a request is given up.
		if (!signal.aborted) onProgress(loaded(bytes));
	};
	const attempt = ({ url, headers }: Pick<PartSignature, "url" | "headers">) =>
		useSlot(signal, () => put({ url, headers, body, signal, onProgress: report }));
	const again = async (error: unknown) => {
		if (!(error instanceof PartError) || error.status !== 403) throw error;
		signed.forget(partNumber);
		return attempt(await signed.get(partNumber));
	};
	const etag = (await attempt(first).catch(again)) ?? "";
	report(body.size);
	onComplete(etag);
	return { ETag: etag };
}

/** Tells Uppy by the status that it looks at whether trying again makes sense: 0 does, no status does not. */
async function explain(error: unknown, { body, onProgress, signal }: Sending): Promise<never> {
	if (signal?.aborted) throw error;
	onProgress(loaded(0));
	if (!(error instanceof PartError)) throw error;
	if (error.status === 0) await assertReadable(body as Blob);
	const status = isTransient(error) && error.status !== 429 ? 0 : error.status;
	throw Object.assign(error, { source: { status } });
}

/** One part's way to the store, as Uppy's `uploadPartBytes` wants it. */
export const sendPart = (options: SenderOptions, sending: Sending) =>
	sendOnce(options, sending).catch((error) => explain(error, sending));
