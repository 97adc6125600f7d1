import { performance } from "node:perf_hooks";
import { isWebPage, remoteError, remoteTimedOut, remoteTooLarge } from "./remote-errors.ts";

export interface BodyBounds {
	readonly maxBytes: number;
	/** So many bytes must come in each window of waiting; a slow reader of ours does not count. */
	readonly leastBytes: number;
	readonly windowMs: number;
}

const page = /^(?:\uFEFF)?\s*<(?:!doctype html|html|head|body|script|\?xml|svg)/i;

/** Passes a body on as it comes, in bounded size and at a bearable speed. */
export async function* readBody(
	body: AsyncIterable<Buffer>,
	{ maxBytes, leastBytes, windowMs }: BodyBounds,
): AsyncGenerator<Buffer, void, void> {
	let total = 0;
	let waitedMs = 0;
	let inWindow = 0;
	let askedAtMs = performance.now();
	try {
		for await (const chunk of body) {
			waitedMs += performance.now() - askedAtMs;
			if (total === 0 && page.test(chunk.subarray(0, 512).toString("utf8"))) throw isWebPage();
			total += chunk.length;
			inWindow += chunk.length;
			if (total > maxBytes) throw remoteTooLarge(maxBytes);
			if (waitedMs >= windowMs) {
				if (inWindow < leastBytes) throw remoteTimedOut("The other server sends too slowly.");
				waitedMs = 0;
				inWindow = 0;
			}
			yield chunk;
			askedAtMs = performance.now();
		}
	} catch (error) {
		throw remoteError(error);
	}
}
