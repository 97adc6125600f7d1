export interface SignedPart {
	readonly partNumber: number;
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	/** ISO 8601. */
	readonly expiresAt: string;
}

export interface SignedParts {
	readonly get: (partNumber: number) => Promise<SignedPart>;
	/** The store refused this address: the next `get` asks for a new one. */
	readonly forget: (partNumber: number) => void;
}

/** With 16 MiB each: a request for every 128 MiB, whose checksums take a third of a second. */
const batchSize = 8;
const safetyMs = 60_000;

/**
 * Addresses of parts, asked for a batch ahead and again before they expire.
 * Parts that are asked for while a request is under way share it.
 * @param isWanted Parts that the store has already are not asked for.
 */
export function createSignedParts(
	partCount: number,
	sign: (partNumbers: number[]) => Promise<readonly SignedPart[]>,
	isWanted: (partNumber: number) => boolean = () => true,
	now: () => number = Date.now,
): SignedParts {
	const known = new Map<number, Promise<SignedPart>>();

	const ask = (first: number) => {
		const numbers: number[] = [];
		for (let number = first; number <= partCount && numbers.length < batchSize; number += 1) {
			if (!known.has(number) && (number === first || isWanted(number))) numbers.push(number);
		}
		const answer = sign(numbers);
		for (const number of numbers) {
			const part = answer.then((parts) => {
				const found = parts.find((candidate) => candidate.partNumber === number);
				if (!found) throw new Error(`Part ${number} was not signed`);
				return found;
			});
			// Asked again next time; whoever waits for this one hears of the failure itself.
			part.catch(() => known.get(number) === part && known.delete(number));
			known.set(number, part);
		}
	};

	return {
		async get(partNumber) {
			const before = await known.get(partNumber)?.catch(() => undefined);
			const isFresh = before && Date.parse(before.expiresAt) - safetyMs > now();
			if (before && !isFresh) known.delete(partNumber);
			if (!known.has(partNumber)) ask(partNumber);
			return known.get(partNumber) as Promise<SignedPart>;
		},
		forget(partNumber) {
			known.delete(partNumber);
		},
	};
}
