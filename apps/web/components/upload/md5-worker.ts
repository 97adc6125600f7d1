import { createMD5 } from "hash-wasm";
import type { HashAnswer, HashQuestion } from "./md5.ts";

/** Read in bites, so that a part of any size takes little memory. */
const biteBytes = 4 * 1024 ** 2;

async function md5(blob: Blob): Promise<string> {
	const hasher = await createMD5();
	for (let start = 0; start < blob.size; start += biteBytes) {
		const bite = await blob.slice(start, start + biteBytes).arrayBuffer();
		hasher.update(new Uint8Array(bite));
	}
	return hasher.digest("hex");
}

// One after the other: two would only fight for the disk.
let queue = Promise.resolve();
self.addEventListener("message", ({ data: { id, blob } }: MessageEvent<HashQuestion>) => {
	queue = queue.then(async () => {
		const answer: HashAnswer = await md5(blob).then(
			(hex) => ({ id, hex }),
			(error: unknown) => ({ id, error: error instanceof Error ? error.name : "Error" }),
		);
		self.postMessage(answer);
	});
});
