import { randomBytes } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { ListMultipartUploadsCommand } from "@aws-sdk/client-s3";
import { silentLogger, systemClock } from "@nuclom/core";
import {
	type FaultProxy,
	startFaultProxy,
	startS3,
	type TemporaryFolder,
	type TestS3,
	temporaryFolder,
} from "@nuclom/testing";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
	begin,
	makeParts,
	mebibyte,
	newKey,
	putText,
	read,
	readText,
	refused,
	sendPart,
	sha256,
	video,
} from "../../test/contract/tools.ts";
import { sendError, startStandIn } from "../../test/stand-in.ts";
import type { ObjectStorage } from "../types.ts";
import { createClient } from "./client.ts";
import { copyObject } from "./copy.ts";
import { createS3Storage } from "./create-s3-storage.ts";

const bucket = "faults";
let s3: TestS3;
let proxy: FaultProxy;
let storage: ObjectStorage;
let faulty: ObjectStorage;
let folder: TemporaryFolder;
beforeAll(async () => {
	s3 = await startS3({ bucket });
	proxy = await startFaultProxy({ target: s3.endpoint });
	storage = createS3Storage({ ...s3, bucket });
	faulty = createS3Storage({ ...s3, bucket, endpoint: proxy.url });
	folder = await temporaryFolder("storage-s3");
});
afterEach(() => proxy.setFault(undefined));
afterAll(async () => {
	await Promise.all([storage?.close(), faulty?.close(), proxy?.close(), folder?.close()]);
	await s3?.close();
});

const path = (name: string) => join(folder.path, name);

async function newFile(name: string, sizeBytes: number): Promise<Buffer> {
	const bytes = randomBytes(sizeBytes);
	await writeFile(path(name), bytes);
	return bytes;
}

/** The driver's own parts, to look behind its interface. */
function innerParts() {
	const client = createClient({ ...s3, bucket }, silentLogger);
	return { client, bucket, clock: systemClock, logger: silentLogger };
}

async function openUploads(): Promise<string[]> {
	const { client } = innerParts();
	const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket: bucket }));
	client.destroy();
	return Uploads.map(({ Key = "" }) => Key);
}

describe("a connection that breaks", () => {
	it("does not spoil a file that is uploaded in parts", async () => {
		const key = newKey();
		const bytes = await newFile("up", 40 * mebibyte + 3);
		const cut = { kind: "cut", direction: "up", once: true } as const;
		await proxy.setFault({ ...cut, afterBytes: 9 * mebibyte });
		await faulty.uploadFile(key, path("up"), video);
		expect((await read(storage, key)).equals(bytes)).toBe(true);
	});

	it("does not spoil a small file", async () => {
		const key = newKey();
		const bytes = await newFile("small", mebibyte);
		await proxy.setFault({ kind: "cut", afterBytes: 500_000, direction: "up", once: true });
		await faulty.uploadFile(key, path("small"), video);
		expect((await read(storage, key)).equals(bytes)).toBe(true);
	});

	it("does not spoil a download: it goes on where it broke", async () => {
		const key = newKey();
		const bytes = await newFile("down", 20 * mebibyte);
		await storage.uploadFile(key, path("down"), video);
		await proxy.setFault({ kind: "cut", afterBytes: 7_000_000, direction: "down", once: true });
		const result = await faulty.download(key, path("down-back"));
		expect(result).toEqual({ sizeBytes: bytes.length, sha256: sha256(bytes) });
		expect((await readFile(path("down-back"))).equals(bytes)).toBe(true);
	});

	it("ends a download that gets nowhere, and leaves no file", async () => {
		const key = newKey();
		await newFile("stuck", 2 * mebibyte);
		await storage.uploadFile(key, path("stuck"), video);
		// Every connection breaks after its first bytes.
		await proxy.setFault({ kind: "cut", afterBytes: 1000, direction: "down" });
		await refused(faulty.download(key, path("stuck-back")), "STORAGE_UNAVAILABLE");
		expect(await readdir(folder.path)).not.toContain("stuck-back");
	});

	it("gives up a file that never gets through, and leaves no unfinished upload", async () => {
		const key = newKey();
		await newFile("never", 20 * mebibyte);
		// Large enough for the requests that begin and abort, too small for any part.
		await proxy.setFault({ kind: "cut", afterBytes: 2 * mebibyte, direction: "up" });
		await refused(faulty.uploadFile(key, path("never"), video), "STORAGE_UNAVAILABLE");
		expect(await storage.head(key)).toBeNull();
		expect(await openUploads()).not.toContain(key);
	});

	it("does not lose a completion whose answer was lost", async () => {
		const upload = await begin(storage);
		const [body] = makeParts(1) as [Buffer];
		const completion = { ...upload, parts: [await sendPart(storage, upload, 1, body)] };
		await proxy.setFault({ kind: "cut", afterBytes: 1, direction: "down", once: true });
		const head = await faulty.completeMultipart(completion);
		expect(head).toEqual(await storage.head(upload.key));
		expect((await read(storage, upload.key)).equals(body)).toBe(true);
	});

	it("is told apart from an abort", async () => {
		const key = newKey();
		await newFile("aborted", 40 * mebibyte);
		await proxy.setFault({ kind: "stall", afterBytes: mebibyte, direction: "up" });
		const stop = new AbortController();
		const upload = faulty.uploadFile(key, path("aborted"), { ...video, signal: stop.signal });
		const failure = expect(upload).rejects.toThrow("enough");
		stop.abort(new Error("enough"));
		await proxy.setFault(undefined);
		await failure;
		expect(await openUploads()).not.toContain(key);
	});
});

describe("a store that goes and comes back", () => {
	it("is unavailable meanwhile, and has everything afterwards", async () => {
		const key = newKey();
		await putText(storage, key, "kept");
		await s3.killGateway();
		await expect(storage.get(key)).rejects.toMatchObject({
			code: "STORAGE_UNAVAILABLE",
			isRetryable: true,
		});
		await s3.startGateway();
		expect(await readText(storage, key)).toBe("kept");
	});
});

describe("a success that is none", () => {
	it("is an error when the body says so, and asked again", async () => {
		let completions = 0;
		await using other = await startStandIn((request, response) => {
			if (request.method !== "POST") return sendError(response, 404, "NoSuchKey");
			completions++;
			sendError(response, 200, "InternalError");
		});
		const lying = createS3Storage({ ...s3, bucket, endpoint: other.endpoint });
		const parts = [{ partNumber: 1, etag: "0".repeat(32) }];
		const upload = { key: newKey(), storageUploadId: "x", parts };
		const failure = await lying.completeMultipart(upload).catch((error: unknown) => error);
		expect(failure).toMatchObject({ name: "AppError" });
		expect(completions).toBeGreaterThan(1);
		await lying.close();
	});
});

describe("a copy", () => {
	it("of more than one request may copy goes in parts", async () => {
		const [from, to] = [newKey(), newKey()];
		const bytes = await newFile("copied", 37 * mebibyte + 5);
		const metadata = { videoId: "v" };
		const cacheControl = "private";
		const head = await storage.uploadFile(from, path("copied"), {
			...video,
			metadata,
			cacheControl,
		});
		const inner = innerParts();
		const copy = await copyObject(inner, from, to, 10 * mebibyte);
		inner.client.destroy();
		expect({ ...copy, lastModified: 0 }).toEqual({ ...head, key: to, lastModified: 0 });
		const { stream } = await storage.get(to);
		expect((await buffer(stream)).equals(bytes)).toBe(true);
	});
});
