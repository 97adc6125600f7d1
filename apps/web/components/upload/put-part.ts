import { fetcher } from "@uppy/utils";
import { PartError } from "./trouble.ts";

interface PutPartOptions {
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Blob;
	readonly signal: AbortSignal;
	/** Bytes of this part that have left so far. */
	readonly onProgress: (sentBytes: number) => void;
}

/** @returns the part's ETag; null where the store does not let a browser read it. */
export type PutPart = (options: PutPartOptions) => Promise<string | null>;

/** A connection on which nothing moves for this long is given up and tried again. */
const stallMs = 45_000;

/**
 * Sends one part by Uppy's fetcher, once: repetitions are decided where addresses can be signed again.
 * Uppy's own `uploadPartBytes` waits for ever where the ETag is hidden, and for a connection that stands still.
 * @throws PartError with the status, 0 when the connection failed or stood still.
 */
export const putPart: PutPart = async ({ url, headers, body, signal, onProgress }) => {
	const stall = new AbortController();
	let timer = setTimeout(() => stall.abort(), stallMs);
	try {
		const request = await fetcher(url, {
			method: "PUT",
			headers,
			body,
			retries: 0,
			timeout: 0,
			signal: AbortSignal.any([signal, stall.signal]),
			onUploadProgress({ loaded }) {
				clearTimeout(timer);
				timer = setTimeout(() => stall.abort(), stallMs);
				onProgress(Math.min(loaded, body.size));
			},
		});
		return request.getResponseHeader("etag");
	} catch (error) {
		signal.throwIfAborted();
		const { request } = error as { request?: XMLHttpRequest };
		throw new PartError(request?.status ?? 0);
	} finally {
		clearTimeout(timer);
	}
};
