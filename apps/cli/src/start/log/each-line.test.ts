import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { eachLine } from "./each-line.ts";

async function linesOf(chunks: readonly (string | Buffer)[]): Promise<string[]> {
	const found: string[] = [];
	await eachLine(Readable.from(chunks, { objectMode: false }), (lines) => found.push(...lines));
	return found;
}

test("puts together what came in pieces, and keeps a last line without its end", async () => {
	expect(await linesOf(["on", "e\ntwo\n\nth", "ree"])).toEqual(["one", "two", "", "three"]);
});

test("keeps a character that was cut in two, and the line ends that only look like it", async () => {
	const bytes = Buffer.from("a ü\u2028b\n");
	expect(await linesOf([bytes.subarray(0, 3), bytes.subarray(3)])).toEqual(["a ü\u2028b"]);
});

test("says nothing of a stream that says nothing", async () => {
	expect(await linesOf([])).toEqual([]);
});
