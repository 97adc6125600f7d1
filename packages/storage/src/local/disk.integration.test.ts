import { appendFile, mkdir, readdir, rename, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isId } from "@nuclom/core";
import { type TemporaryFolder, temporaryFolder } from "@nuclom/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
	begin,
	makeParts,
	md5,
	putText,
	read,
	readText,
	refused,
	sendPart,
} from "../../test/contract/tools.ts";
import { type LocalUnderTest, startLocal } from "../../test/local-under-test.ts";
import { createLocalStorage } from "./create-local-storage.ts";

let local: LocalUnderTest;
beforeEach(async () => {
	local = await startLocal();
});
afterEach(() => local.close());

const path = (...names: string[]) => join(local.folder.path, ...names);

/** Every file and folder of the store. */
const everything = async () => (await readdir(local.folder.path, { recursive: true })).sort();

async function sendAll(bodies: Buffer[], order = bodies.map((_, index) => index + 1)) {
	const upload = await begin(local.storage);
	const sent = [];
	for (const number of order) {
		sent.push(await sendPart(local.storage, upload, number, bodies[number - 1] as Buffer));
	}
	return { ...upload, parts: sent.sort((a, b) => a.partNumber - b.partNumber) };
}

describe("the store's folder", () => {
	it("is not touched before it is used", async () => {
		const folder = path("not-yet");
		const config = { path: folder, publicBaseUrl: "", signingSecret: "a secret for tests alone" };
		const storage = createLocalStorage(config);
		expect(await storage.head("a/b")).toBeNull();
		expect((await storage.list({ prefix: "" })).objects).toEqual([]);
		await storage.delete(["a/b"]);
		await storage.close();
		expect(await everything()).toEqual([]);
	});

	it("is open to its owner alone", async () => {
		await putText(local.storage, "a/b", "text");
		await local.storage.uploadFile("a/c", import.meta.filename, { contentType: "text/plain" });
		await sendAll(makeParts(1));
		for (const name of await everything()) {
			const found = await stat(path(name));
			expect([name, found.mode & 0o777]).toEqual([name, found.isDirectory() ? 0o700 : 0o600]);
		}
	});

	it("holds nothing but objects after everything is done", async () => {
		await putText(local.storage, "a/b", "text");
		await putText(local.storage, "a/b", "again");
		await local.storage.completeMultipart(await sendAll(makeParts(5, 1)));
		await local.storage.abortMultipart(await sendAll(makeParts(1)));
		await refused(
			local.storage.put("a/d", Buffer.of(1), { contentType: "a/b", sizeBytes: 2 }),
			"UPLOAD_SIZE_MISMATCH",
		);
		for (const name of ["tmp", "uploads", "joining"]) expect(await readdir(path(name))).toEqual([]);
		const { objects } = await local.storage.list({ prefix: "" });
		await local.storage.delete(objects.map((object) => object.key));
		expect(await readdir(path("objects"))).toEqual([]);
	});

	it("that cannot be used is named by its setting", async () => {
		const config = { publicBaseUrl: "", signingSecret: "a secret for tests alone" };
		await writeFile(path("file"), "");
		const storage = createLocalStorage({ ...config, path: path("file", "store") });
		await expect(storage.check()).rejects.toMatchObject({
			code: "STORAGE_MISCONFIGURED",
			hint: expect.stringContaining("STORAGE_PATH"),
		});
		await storage.close();
	});

	it("wants a secret worth the name", () => {
		const config = { path: path("x"), publicBaseUrl: "", signingSecret: "short" };
		expect(() => createLocalStorage(config)).toThrow(
			expect.objectContaining({ code: "STORAGE_MISCONFIGURED" }),
		);
	});
});

describe("completion", () => {
	it("copies nothing: the parts lie in the object's file already", async () => {
		const completion = await sendAll(makeParts(5, 5, 2), [2, 1, 3]);
		const before = await stat(path("uploads", completion.storageUploadId, "data"));
		await local.storage.completeMultipart(completion);
		const folder = path("objects", ...completion.key.split("/"));
		const [blob = ""] = (await readdir(folder)).filter((name) => isId(name.slice(1)));
		expect((await stat(join(folder, blob))).ino).toBe(before.ino);
	});

	it.each([
		["the last part comes first", [6, 6, 5], [3, 1, 2]],
		["a part is larger than the first", [5, 7, 1], [1, 2, 3]],
	])("is right when %s", async (_name, sizes, order) => {
		const bodies = makeParts(...sizes);
		const completion = await sendAll(bodies, order);
		await local.storage.completeMultipart(completion);
		expect((await read(local.storage, completion.key)).equals(Buffer.concat(bodies))).toBe(true);
	});

	it("leaves out parts that are not named", async () => {
		const [a, b, c] = makeParts(5, 5, 1) as [Buffer, Buffer, Buffer];
		const { parts, ...upload } = await sendAll([a, b, c]);
		const [first] = parts.slice(0, 1);
		await local.storage.completeMultipart({ ...upload, parts: first ? [first] : [] });
		expect((await read(local.storage, upload.key)).equals(a)).toBe(true);
	});

	it("is right when parts were sent again, in their place", async () => {
		const bodies = makeParts(5, 5, 1);
		const { parts: _, ...upload } = await sendAll(makeParts(5, 5, 1));
		const parts = [];
		for (const [index, body] of bodies.entries()) {
			parts.push(await sendPart(local.storage, upload, index + 1, body));
		}
		await local.storage.completeMultipart({ ...upload, parts });
		expect((await read(local.storage, upload.key)).equals(Buffer.concat(bodies))).toBe(true);
	});

	it("goes on where a crash left it", async () => {
		const bodies = makeParts(5, 1);
		const completion = await sendAll(bodies);
		await mkdir(path("joining"));
		const id = completion.storageUploadId;
		await rename(path("uploads", id), path("joining", id));
		expect(await local.storage.listParts(completion)).toHaveLength(2);
		await local.storage.completeMultipart(completion);
		expect((await read(local.storage, completion.key)).equals(Buffer.concat(bodies))).toBe(true);
		expect(await readdir(path("joining"))).toEqual([]);
	});

	it("cleans up after a crash between the object's appearance and the end", async () => {
		const completion = await sendAll(makeParts(5, 1));
		const head = await local.storage.completeMultipart(completion);
		const leftover = path("joining", completion.storageUploadId);
		await mkdir(leftover);
		await writeFile(join(leftover, "upload.json"), JSON.stringify({ key: completion.key }));
		expect(await local.storage.completeMultipart(completion)).toEqual(head);
		expect(await readdir(path("joining"))).toEqual([]);
	});

	it("gives one result to two processes at once", async () => {
		const bodies = makeParts(5, 5, 1);
		const completion = await sendAll(bodies);
		const other = local.again();
		const [first, second] = await Promise.all([
			local.storage.completeMultipart(completion),
			other.completeMultipart(completion),
		]);
		await other.close();
		expect(second.etag).toBe(first.etag);
		expect((await read(local.storage, completion.key)).equals(Buffer.concat(bodies))).toBe(true);
	});

	it("is refused with other parts than it was done with", async () => {
		const completion = await sendAll(makeParts(1));
		await local.storage.completeMultipart(completion);
		const parts = [{ partNumber: 1, etag: md5(Buffer.from("other")) }];
		await refused(
			local.storage.completeMultipart({ ...completion, parts }),
			"UPLOAD_ALREADY_COMPLETED",
		);
	});

	it("is not disturbed by a line of the journal that a crash cut short", async () => {
		const [a, b] = makeParts(5, 1) as [Buffer, Buffer];
		const { parts, ...upload } = await sendAll([a]);
		await appendFile(path("uploads", upload.storageUploadId, "parts.log"), '\n{"partNumber":2,"si');
		const second = await sendPart(local.storage, upload, 2, b);
		await local.storage.completeMultipart({ ...upload, parts: [...parts, second] });
		expect((await read(local.storage, upload.key)).equals(Buffer.concat([a, b]))).toBe(true);
	});
});

describe("objects", () => {
	let target: TemporaryFolder;
	beforeEach(async () => {
		target = await temporaryFolder("storage-target");
	});
	afterEach(() => target.close());

	it("are told apart from a full disk under a download", async () => {
		await putText(local.storage, "a/b", "text");
		const file = join(target.path, "full");
		await symlink("/dev/full", file);
		await refused(local.storage.download("a/b", file), "DISK_FULL");
	});

	it("appear whole to readers while they are replaced", async () => {
		const contents = ["first".repeat(40_000), "second".repeat(40_000)];
		await putText(local.storage, "a/b", contents[0] as string);
		const writing = (async () => {
			for (let turn = 1; turn <= 30; turn++) {
				await putText(local.storage, "a/b", contents[turn % 2] as string);
			}
		})();
		let isWriting = true;
		const done = writing.finally(() => {
			isWriting = false;
		});
		while (isWriting) expect(contents).toContain(await readText(local.storage, "a/b"));
		await done;
	});

	it("may be written and deleted beside each other in one folder", async () => {
		const rounds = Array.from({ length: 40 }, async (_, index) => {
			const key = `shared/folder/${index % 4}/x${index}`;
			await putText(local.storage, key, String(index));
			expect(await readText(local.storage, key)).toBe(String(index));
			await local.storage.delete([key]);
		});
		await Promise.all(rounds);
		expect(await readdir(path("objects"))).toEqual([]);
	});
});
