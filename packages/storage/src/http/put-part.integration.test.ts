import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { newId } from "@nuclom/core";
import { waitFor } from "@nuclom/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { begin, makeParts, md5, read, send, sendPart } from "../../test/contract/tools.ts";
import { type LocalUnderTest, startLocal } from "../../test/local-under-test.ts";
import { sendRaw } from "../../test/raw-request.ts";

let local: LocalUnderTest;
beforeAll(async () => {
	local = await startLocal();
});
afterAll(() => local.close());

async function sign(sizeBytes: number, more = {}) {
	const upload = await begin(local.storage);
	const part = { ...upload, partNumber: 1, sizeBytes, expiresInMs: 60_000, ...more };
	return { upload, ...(await local.storage.signPart(part)) };
}

const filesOf = (id: string) => readdir(join(local.folder.path, "uploads", id));

describe("sending a part over HTTP", () => {
	it("answers as S3 does", async () => {
		const { url } = await sign(3);
		const response = await send(url, Buffer.from("abc"));
		expect([response.status, await response.text()]).toEqual([200, ""]);
		expect(response.headers.get("etag")).toBe(`"${md5(Buffer.from("abc"))}"`);
		expect(response.headers.get("content-length")).toBe("0");
	});

	it("takes an empty part", async () => {
		const { upload, url } = await sign(0);
		expect((await send(url, Buffer.of())).status).toBe(200);
		expect(await local.storage.listParts(upload)).toEqual([
			{ partNumber: 1, sizeBytes: 0, etag: md5(Buffer.of()) },
		]);
	});

	it("wants the length beforehand", async () => {
		const { url } = await sign(3);
		const { pathname, search } = new URL(url);
		const headers = { "transfer-encoding": "chunked" };
		const answer = await sendRaw(local.origin, {
			method: "PUT",
			path: pathname + search,
			headers,
			body: "abc",
		});
		expect(answer.status).toBe(422);
		expect(JSON.parse(answer.body)).toMatchObject({
			code: "UPLOAD_PART_INVALID",
			data: { expectedBytes: 3 },
		});
	});

	it("refuses a checksum that is not the signed one", async () => {
		const { url } = await sign(3);
		const response = await send(url, Buffer.from("abc"), { "content-md5": "AAAA" });
		expect(response.status).toBe(422);
	});

	it("answers a refusal although the body is still coming, and the connection lives on", async () => {
		const { url } = await sign(1);
		for (let attempt = 0; attempt < 3; attempt++) {
			const response = await send(url, Buffer.alloc(8_000_000));
			expect(response.status).toBe(422);
			expect(await response.json()).toMatchObject({ code: "UPLOAD_PART_INVALID" });
		}
	});

	it("leaves nothing of a part that was cut off", async () => {
		const { upload, url } = await sign(1_000_000);
		const sending = request(url, { method: "PUT", headers: { "content-length": 1_000_000 } });
		sending.on("error", () => {});
		sending.write(Buffer.alloc(600_000));
		await waitFor(async () => (await filesOf(upload.storageUploadId)).includes("slot-1"));
		sending.destroy();
		const isClean = async () => !(await filesOf(upload.storageUploadId)).includes("slot-1");
		await waitFor(isClean, { what: "the part's place to be free again" });
		expect(await local.storage.listParts(upload)).toEqual([]);
	});

	it("keeps a finished part when its repetition is cut off, and no spare file", async () => {
		const upload = await begin(local.storage);
		const [first] = makeParts(1) as [Buffer];
		const parts = [await sendPart(local.storage, upload, 1, first)];
		const part = { ...upload, partNumber: 1, sizeBytes: first.length, expiresInMs: 60_000 };
		const { url } = await local.storage.signPart(part);
		const sending = request(url, { method: "PUT", headers: { "content-length": first.length } });
		sending.on("error", () => {});
		sending.write(Buffer.alloc(600_000));
		const spares = async () =>
			(await filesOf(upload.storageUploadId)).filter((name) => name.startsWith("spare"));
		await waitFor(async () => (await spares()).length === 1);
		sending.destroy();
		await waitFor(async () => (await spares()).length === 0);
		await local.storage.completeMultipart({ ...upload, parts });
		expect((await read(local.storage, upload.key)).equals(first)).toBe(true);
	});

	it("lets no sender that was left behind change a finished object", async () => {
		const upload = await begin(local.storage);
		const [body] = makeParts(5) as [Buffer];
		const part = { ...upload, partNumber: 1, sizeBytes: body.length, expiresInMs: 60_000 };
		const { url } = await local.storage.signPart(part);
		const slow = request(url, { method: "PUT", headers: { "content-length": body.length } });
		const answered = once(slow, "response");
		const evil = Buffer.alloc(body.length, "evil");
		slow.write(evil.subarray(0, 1_000_000));
		await waitFor(async () => (await filesOf(upload.storageUploadId)).includes("slot-1"));
		const parts = [await sendPart(local.storage, upload, 1, body)];
		await local.storage.completeMultipart({ ...upload, parts });
		slow.end(evil.subarray(1_000_000));
		const [response] = await answered;
		expect(response.statusCode).toBe(404);
		response.resume();
		expect((await read(local.storage, upload.key)).equals(body)).toBe(true);
	});

	it("takes the same part twenty times at once, and keeps one of them whole", async () => {
		const upload = await begin(local.storage);
		const bodies = Array.from({ length: 20 }, (_, index) => Buffer.alloc(400_000, index + 1));
		await Promise.all(bodies.map((body) => sendPart(local.storage, upload, 1, body)));
		const [stored] = await local.storage.listParts(upload);
		const parts = [{ partNumber: 1, etag: stored?.etag ?? "" }];
		await local.storage.completeMultipart({ ...upload, parts });
		const found = await read(local.storage, upload.key);
		expect(bodies.some((body) => body.equals(found))).toBe(true);
		expect(md5(found)).toBe(stored?.etag);
	});

	it("knows nothing of an upload that never was", async () => {
		const { url } = await local.storage.signPart({
			...{ key: "a/b", storageUploadId: newId(), partNumber: 1 },
			...{ sizeBytes: 3, expiresInMs: 60_000 },
		});
		const response = await send(url, Buffer.from("abc"));
		expect(response.status).toBe(404);
		expect(await response.json()).toMatchObject({ code: "UPLOAD_NOT_FOUND" });
	});
});
