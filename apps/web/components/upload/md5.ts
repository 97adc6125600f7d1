import { FileUnreadableError } from "./trouble.ts";

export interface HashQuestion {
	readonly id: number;
	readonly blob: Blob;
}

export type HashAnswer =
	| { readonly id: number; readonly hex: string }
	| { readonly id: number; readonly error: string };

/**
 * MD5 in hexadecimal digits; null where this browser cannot compute it here.
 * @throws {FileUnreadableError} The file was moved, changed or removed.
 */
export type HashBlob = (blob: Blob) => Promise<string | null>;

type Settle = (answer: HashAnswer | null) => void;

/** Computes beside the page, in one worker that is started with the first question. */
export function createHasher(
	start: () => Worker = () => new Worker(new URL("./md5-worker.ts", import.meta.url)),
): HashBlob {
	const waiting = new Map<number, Settle>();
	let worker: Worker | null | undefined;
	let lastId = 0;

	/** Without a checksum an upload still goes on: the store's own list is compared in the end. */
	const giveUp = () => {
		worker = null;
		for (const settle of waiting.values()) settle(null);
		waiting.clear();
	};
	const open = () => {
		const opened = start();
		opened.addEventListener("message", ({ data }: MessageEvent<HashAnswer>) => {
			waiting.get(data.id)?.(data);
			waiting.delete(data.id);
		});
		opened.addEventListener("error", giveUp);
		return opened;
	};

	return async (blob) => {
		if (worker === undefined) worker = open();
		const to = worker;
		if (!to) return null;
		const answer = await new Promise<HashAnswer | null>((resolve) => {
			lastId += 1;
			waiting.set(lastId, resolve);
			to.postMessage({ id: lastId, blob } satisfies HashQuestion);
		});
		if (!answer) return null;
		if ("hex" in answer) return answer.hex;
		throw new FileUnreadableError(`The file cannot be read: ${answer.error}`);
	};
}
