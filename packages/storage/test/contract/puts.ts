import { PassThrough, Readable } from "node:stream";
import { waitFor } from "@nuclom/testing";
import { describe, expect, it } from "vitest";
import type { ObjectProperties } from "../../src/index.ts";
import { md5, newKey, putText, read, readText, refused, type Storage, text } from "./tools.ts";

const chunks = (...list: string[]) => Readable.from(list.map((chunk) => Buffer.from(chunk)));

export function describePuts(storage: Storage): void {
	describe("put", () => {
		it("takes a stream", async () => {
			const key = newKey();
			const bytes = Buffer.alloc(3_000_000, "stream");
			const body = Readable.from([bytes.subarray(0, 10), bytes.subarray(10)]);
			const head = await storage().put(key, body, { ...text, sizeBytes: bytes.length });
			expect(head.etag).toBe(md5(bytes));
			expect(await read(storage(), key)).toEqual(bytes);
		});

		it("replaces an object", async () => {
			const key = newKey();
			await putText(storage(), key, "a long former one");
			await putText(storage(), key, "new");
			expect(await readText(storage(), key)).toBe("new");
			expect((await storage().list({ prefix: key })).objects).toHaveLength(1);
		});

		it("keeps the one that came first when told to, of twenty at once", async () => {
			const key = newKey();
			const options = { ...text, sizeBytes: 2, ifAbsent: true };
			const puts = Array.from({ length: 20 }, (_, index) =>
				storage().put(key, Buffer.from(`${index + 10}`), options),
			);
			const results = await Promise.allSettled(puts);
			const stored = results.findIndex(({ status }) => status === "fulfilled");
			expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
			expect(await readText(storage(), key)).toBe(`${stored + 10}`);
			await refused(storage().put(key, chunks("no"), options), "STORAGE_OBJECT_EXISTS");
			expect(await readText(storage(), key)).toBe(`${stored + 10}`);
		});

		it.each([
			["short stream", chunks("abc")],
			["long stream", chunks("abc", "def")],
			["short array", Buffer.from("abc")],
			["long array", Buffer.from("abcdef")],
		])("refuses a too %s and keeps nothing of it", async (_name, body) => {
			const key = newKey();
			const put = storage().put(key, body, { ...text, sizeBytes: 4 });
			await refused(put, "UPLOAD_SIZE_MISMATCH");
			expect(await storage().head(key)).toBeNull();
		});

		it("says why a stream broke, and leaves the former object", async () => {
			const key = newKey();
			await putText(storage(), key, "former");
			const breaking = Readable.from(
				(async function* () {
					yield Buffer.from("begin");
					throw new Error("the source broke");
				})(),
			);
			const put = storage().put(key, breaking, { ...text, sizeBytes: 100 });
			await expect(put).rejects.toThrow("the source broke");
			expect(await readText(storage(), key)).toBe("former");
		});

		it("stops when told to, and keeps nothing", async () => {
			const key = newKey();
			const stop = new AbortController();
			const body = new PassThrough();
			body.write("begin");
			const put = storage().put(key, body, { ...text, sizeBytes: 100, signal: stop.signal });
			const failure = expect(put).rejects.toThrow("enough");
			await waitFor(() => body.readableLength === 0, { what: "the first bytes to be taken" });
			stop.abort(new Error("enough"));
			await failure;
			expect(await storage().head(key)).toBeNull();
		});

		it.each<ObjectProperties>([
			{ contentType: "video" },
			{ contentType: "video/mp4\r\nX-Evil: 1" },
			{ ...text, cacheControl: "a\nb" },
			{ ...text, metadata: { "Not-Camel": "x" } },
			{ ...text, metadata: { long: "x".repeat(2100) } },
		])("refuses the properties %o", async (properties) => {
			const put = storage().put(newKey(), Buffer.of(1), { ...properties, sizeBytes: 1 });
			await refused(put, "INPUT_INVALID");
			await refused(storage().createMultipart(newKey(), properties), "INPUT_INVALID");
		});

		it("sends what is too large for one piece elsewhere", async () => {
			const put = storage().put(newKey(), chunks("x"), { ...text, sizeBytes: 6 * 1024 ** 3 });
			await refused(put, "UPLOAD_TOO_LARGE");
		});
	});
}
