import { AppError, type Clock, newId } from "@nuclom/core";
import { s3Error } from "../s3/errors.ts";
import type { ObjectStorage, UploadRef } from "../types.ts";

/** What is checked, and how it is reached. */
export interface Subject {
	readonly storage: ObjectStorage;
	readonly clock: Clock;
	/** Pages that send and read across origins; none where the store has the app's own. */
	readonly origins: readonly string[];
	/** Where the store answers; undefined for this machine's own disk, whose clock is ours. */
	readonly endpoint: string | undefined;
	/** The bare addresses of an object, unsigned: who asks there must be refused. */
	readonly bareUrls: (key: string) => readonly BareUrl[];
}

export interface BareUrl {
	readonly url: string;
	/** What to change when it answers. */
	readonly hint: string;
}

/** Objects of checks; a check removes what another left there an hour ago. */
export const checkPrefix = "nuclom-check/";

/** What this check has written, so that it can be removed. */
export interface Written {
	readonly prefix: string;
	/** Remembers a key under this check's prefix. */
	key(name: string): string;
	readonly keys: ReadonlySet<string>;
	readonly uploads: Set<UploadRef>;
}

export function createWritten(): Written {
	const prefix = `${checkPrefix}${newId()}/`;
	const keys = new Set<string>();
	return {
		prefix,
		keys,
		uploads: new Set(),
		key(name) {
			const key = `${prefix}${name}`;
			keys.add(key);
			return key;
		},
	};
}

/** An error of a step: what was found, and the setting to change. */
export function wrong(message: string, hint: string): AppError {
	return new AppError("STORAGE_MISCONFIGURED", message, { hint });
}

/** `fetch` whose failures are the storage's errors. A redirect is an answer: nobody follows it with a signature. */
export async function ask(url: string, init: RequestInit): Promise<Response> {
	try {
		return await fetch(url, { redirect: "manual", ...init });
	} catch (error) {
		init.signal?.throwIfAborted();
		const known = s3Error((error as Error).cause ?? error);
		if (AppError.isInstance(known)) throw known;
		throw new AppError("STORAGE_UNAVAILABLE", "The storage does not answer.", {
			hint: "Check CLOUDFLARE_R2_ENDPOINT and the network between here and there.",
			cause: error,
		});
	}
}

/** The code in S3's or our own error document, else the status. */
export async function refusalOf(response: Response): Promise<string> {
	const text = await response.text();
	const code = /<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? /"code":"(\w+)"/.exec(text)?.[1];
	return code ? `${response.status} ${code}` : String(response.status);
}
