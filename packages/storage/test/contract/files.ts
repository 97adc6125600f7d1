import { randomBytes } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type TemporaryFolder, temporaryFolder } from "@nuclom/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mebibyte, newKey, putText, refused, type Storage, sha256, video } from "./tools.ts";

export function describeFiles(storage: Storage): void {
	describe("files", () => {
		let folder: TemporaryFolder;
		beforeAll(async () => {
			folder = await temporaryFolder("storage-files");
		});
		afterAll(() => folder.close());
		const path = (name: string) => join(folder.path, name);

		it.each([
			["empty", 0],
			["small", 1000],
			["large", 37 * mebibyte + 11],
		])("stores and brings back an %s file", async (name, sizeBytes) => {
			const key = newKey();
			const bytes = randomBytes(sizeBytes);
			await writeFile(path(name), bytes);
			const metadata = { videoId: "v" };
			const head = await storage().uploadFile(key, path(name), { ...video, metadata });
			expect(head).toMatchObject({ key, sizeBytes, metadata, ...video });
			const found = await storage().download(key, path(`${name}-back`), { maxBytes: sizeBytes });
			expect(found).toEqual({ sizeBytes, sha256: sha256(bytes) });
			expect((await readFile(path(`${name}-back`))).equals(bytes)).toBe(true);
		});

		it("overwrites the file that is there", async () => {
			const key = newKey();
			await putText(storage(), key, "new");
			await writeFile(path("there"), "a longer former one");
			await storage().download(key, path("there"));
			expect(await readFile(path("there"), "utf8")).toBe("new");
		});

		it("leaves no file when the object is absent, too large or no longer wanted", async () => {
			const key = newKey();
			const before = await readdir(folder.path);
			await refused(storage().download(key, path("x")), "STORAGE_OBJECT_NOT_FOUND");
			await putText(storage(), key, "12345");
			await refused(storage().download(key, path("x"), { maxBytes: 4 }), "PAYLOAD_TOO_LARGE");
			const signal = AbortSignal.abort(new Error("enough"));
			await expect(storage().download(key, path("x"), { signal })).rejects.toThrow("enough");
			expect(await readdir(folder.path)).toEqual(before);
		});

		it("stores nothing of a file that is absent, or when told to stop", async () => {
			const key = newKey();
			await expect(storage().uploadFile(key, path("absent"), video)).rejects.toMatchObject({
				code: "ENOENT",
			});
			await writeFile(path("unwanted"), randomBytes(20 * mebibyte));
			const signal = AbortSignal.abort(new Error("enough"));
			const upload = storage().uploadFile(key, path("unwanted"), { ...video, signal });
			await expect(upload).rejects.toThrow("enough");
			expect(await storage().head(key)).toBeNull();
		});
	});
}
