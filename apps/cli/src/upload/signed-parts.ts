import { patiently } from "./patiently.ts";
import type { Server } from "./server.ts";
import type { Section, Source } from "./source.ts";

interface SignedPart {
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly expiresAt: string;
}

export interface SignedParts {
	get(partNumber: number): Promise<SignedPart>;
	/** The store refused this address: the next `get` asks for a new one. */
	forget(partNumber: number): void;
}

interface SigningOptions {
	readonly server: Server;
	readonly uploadId: string;
	readonly source: Source;
	readonly section: (partNumber: number) => Section;
	/** Those that are to be sent, in order. */
	readonly partNumbers: readonly number[];
	readonly signal: AbortSignal;
}

const batchSize = 8;
const safetyMs = 60_000;

/** Checksums and addresses of parts, a batch at a time: each part's MD5 is signed, so that the store takes no other bytes. */
export function createSignedParts(options: SigningOptions): SignedParts {
	const { server, uploadId, source, section, partNumbers, signal } = options;
	const { id: organizationId } = server.organization;
	const known = new Map<number, Promise<SignedPart>>();

	async function sign(numbers: readonly number[]): Promise<ReadonlyMap<number, SignedPart>> {
		const contentMd5s: string[] = [];
		for (const number of numbers) contentMd5s.push(await source.md5(section(number), signal));
		const input = { organizationId, uploadId, partNumbers: [...numbers], contentMd5s };
		const { parts } = await patiently(() => server.api.uploads.signParts(input), { signal });
		return new Map(parts.map((part) => [part.partNumber, part]));
	}

	function ask(first: number): void {
		const wanted = partNumbers.filter((number) => number >= first && !known.has(number));
		const batch = wanted.slice(0, batchSize);
		const answer = sign(batch);
		for (const number of batch) {
			const part = answer.then((parts) => {
				const found = parts.get(number);
				if (found) return found;
				throw new Error(`Part ${number} was not signed.`);
			});
			// Whoever waits for it hears of the failure; the next one asks again.
			part.catch(() => known.get(number) === part && known.delete(number));
			known.set(number, part);
		}
	}

	return {
		async get(partNumber) {
			const before = await known.get(partNumber);
			const isFresh = before && Date.parse(before.expiresAt) - safetyMs > Date.now();
			if (before && !isFresh) known.delete(partNumber);
			if (!known.has(partNumber)) ask(partNumber);
			return known.get(partNumber) as Promise<SignedPart>;
		},
		forget(partNumber) {
			known.delete(partNumber);
		},
	};
}
