import { PartError } from "./trouble.ts";

export interface PutPartOptions {
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Blob;
	readonly signal: AbortSignal;
	/** Bytes of this part that have left so far. */
	readonly onProgress: (sentBytes: number) => void;
}

/** A connection on which nothing moves for this long is given up and tried again. */
const stallMs = 45_000;

/**
 * Sends one part; fetch cannot report upload progress, so this is an XMLHttpRequest.
 * @returns the part's ETag; null where the store does not let a browser read it.
 * @throws PartError with the status, 0 when the connection failed or stood still.
 */
export function putPart(options: PutPartOptions): Promise<string | null> {
	const { url, headers, body, signal, onProgress } = options;
	return new Promise((resolve, reject) => {
		if (signal.aborted) return reject(signal.reason);
		const request = new XMLHttpRequest();
		let stall = setTimeout(() => request.abort(), stallMs);
		const alive = () => {
			clearTimeout(stall);
			stall = setTimeout(() => request.abort(), stallMs);
		};
		const onAbort = () => request.abort();
		signal.addEventListener("abort", onAbort);
		const settle = (finish: () => void) => {
			clearTimeout(stall);
			signal.removeEventListener("abort", onAbort);
			finish();
		};
		request.open("PUT", url);
		for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
		request.upload.onprogress = (event) => {
			alive();
			onProgress(Math.min(event.loaded, body.size));
		};
		request.onload = () =>
			settle(() => {
				if (request.status < 200 || request.status > 299) {
					return reject(new PartError(request.status));
				}
				onProgress(body.size);
				resolve(request.getResponseHeader("etag"));
			});
		request.onerror = () => settle(() => reject(new PartError(0)));
		request.onabort = () => settle(() => reject(signal.aborted ? signal.reason : new PartError(0)));
		request.send(body);
	});
}
