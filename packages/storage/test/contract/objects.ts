import { describe, expect, it } from "vitest";
import { md5, newKey, putText, readText, refused, type Storage, text } from "./tools.ts";

export function describeObjects(storage: Storage): void {
	describe("objects", () => {
		it("gives back what was put, with everything that was said of it", async () => {
			const key = newKey();
			const metadata = { organizationId: "o-1", fileName: "Bär 100 % 🎬.mp4", empty: "" };
			const before = Date.now();
			const bytes = Buffer.from("hello");
			const cacheControl = "private, max-age=60";
			const put = await storage().put(key, bytes, {
				...text,
				metadata,
				cacheControl,
				sizeBytes: 5,
			});
			const { lastModified, ...head } = put;
			expect(head).toEqual({
				...{ key, sizeBytes: 5, etag: md5(bytes), contentType: "text/plain" },
				...{ cacheControl, metadata },
			});
			expect(Math.abs(lastModified.getTime() - before)).toBeLessThan(60_000);
			expect(await storage().head(key)).toEqual(put);
			const { stream, range, ...got } = await storage().get(key);
			expect(got).toEqual(put);
			expect(range).toEqual({ start: 0, end: 4 });
			expect(Buffer.concat(await stream.toArray())).toEqual(bytes);
		});

		it("knows nothing of what is not there", async () => {
			const key = newKey();
			expect(await storage().head(key)).toBeNull();
			await refused(storage().get(key), "STORAGE_OBJECT_NOT_FOUND");
		});

		it("keeps an empty object", async () => {
			const key = newKey();
			await putText(storage(), key, "");
			expect(await storage().head(key)).toMatchObject({ sizeBytes: 0, etag: md5(Buffer.of()) });
			const { range, stream } = await storage().get(key);
			expect(range).toEqual({ start: 0, end: -1 });
			expect(await stream.toArray()).toEqual([]);
			await refused(storage().get(key, { range: { start: 0 } }), "STORAGE_RANGE_INVALID");
		});

		it.each([
			[{ start: 0, end: 0 }, "0"],
			[{ start: 3, end: 5 }, "345"],
			[{ start: 7 }, "789"],
			[{ start: 8, end: 1000 }, "89"],
		])("reads the range %o", async (range, content) => {
			const key = newKey();
			await putText(storage(), key, "0123456789");
			const body = await storage().get(key, { range });
			expect(Buffer.concat(await body.stream.toArray()).toString()).toBe(content);
			expect(body.sizeBytes).toBe(10);
			expect(body.range).toEqual({ start: range.start, end: range.start + content.length - 1 });
		});

		it.each([{ start: 10 }, { start: 5, end: 4 }, { start: -1 }, { start: 0.5 }])(
			"refuses the range %o",
			async (range) => {
				const key = newKey();
				await putText(storage(), key, "0123456789");
				await refused(storage().get(key, { range }), "STORAGE_RANGE_INVALID");
			},
		);

		it("deletes what is there, and counts what is absent as deleted", async () => {
			const [first, second, absent] = [newKey(), newKey(), newKey()];
			await putText(storage(), first, "1");
			await putText(storage(), second, "2");
			await storage().delete([first, absent, second]);
			await storage().delete([first]);
			await storage().delete([]);
			expect(await storage().head(first)).toBeNull();
			expect(await storage().head(second)).toBeNull();
		});

		it("deletes more keys than fit into one request", async () => {
			const key = newKey();
			await putText(storage(), key, "the last of 1001");
			await storage().delete([...Array.from({ length: 1000 }, () => newKey()), key]);
			expect(await storage().head(key)).toBeNull();
		});

		it("copies an object with everything about it; the copy outlives it", async () => {
			const [from, to] = [newKey(), newKey()];
			const options = {
				...text,
				metadata: { videoId: "v" },
				cacheControl: "no-store",
				sizeBytes: 4,
			};
			const original = await storage().put(from, Buffer.from("same"), options);
			const { lastModified, ...copy } = await storage().copy(from, to);
			expect({ ...original, ...copy }).toEqual({ ...original, key: to });
			await storage().delete([from]);
			expect(await readText(storage(), to)).toBe("same");
			await refused(storage().copy(from, to), "STORAGE_OBJECT_NOT_FOUND");
		});

		it("keeps an object beside those below its key", async () => {
			const key = newKey();
			await putText(storage(), `${key}/below`, "below");
			await putText(storage(), key, "above");
			expect(await readText(storage(), key)).toBe("above");
			await storage().delete([key]);
			expect(await readText(storage(), `${key}/below`)).toBe("below");
			expect(await storage().head(key)).toBeNull();
		});

		it("proves itself, and leaves nothing of the proof", async () => {
			await storage().check();
			expect((await storage().list({ prefix: "nuclom-check/" })).objects).toEqual([]);
		});
	});
}
