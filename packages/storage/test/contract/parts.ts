import { request } from "node:http";
import { describe, expect, it } from "vitest";
import {
	begin,
	makeParts,
	md5,
	mebibyte,
	read,
	refused,
	type Storage,
	send,
	sendPart,
} from "./tools.ts";

/** Sends the first bytes of a part, then cuts the connection. */
async function sendAndCut(url: string, bytes: Buffer, sizeBytes: number): Promise<void> {
	const sending = request(url, { method: "PUT", headers: { "content-length": sizeBytes } });
	sending.on("error", () => {});
	const cut = new Promise((resolve) => sending.once("close", resolve));
	sending.write(bytes, () => sending.destroy());
	await cut;
}

export function describeParts(storage: Storage, anHourAgo: Storage): void {
	describe("signed part", () => {
		const minute = { expiresInMs: 60_000 };

		async function sign(sizeBytes: number, contentMd5?: string) {
			const upload = await begin(storage());
			const part = { ...upload, partNumber: 1, sizeBytes, ...minute };
			const signed = await storage().signPart(contentMd5 ? { ...part, contentMd5 } : part);
			return { upload, ...signed };
		}

		it("tells when it expires", async () => {
			const { expiresAt } = await sign(1);
			expect(expiresAt.getTime()).toBeGreaterThan(Date.now() + 50_000);
			expect(expiresAt.getTime()).toBeLessThan(Date.now() + 70_000);
		});

		it.each([1, 3])("refuses a part of %d bytes where 2 are signed", async (length) => {
			const { upload, url } = await sign(2);
			const response = await send(url, Buffer.alloc(length));
			expect(response.status).toBeGreaterThanOrEqual(400);
			expect(await storage().listParts(upload)).toEqual([]);
		});

		it.each([
			["part number", (url: URL) => replace(url, /^partNumber$|^part$/, "2")],
			["upload", (url: URL) => replace(url, /^uploadId$|^upload$/, "2~0193e8a0")],
			["expiry", (url: URL) => replace(url, /expires$/i, "604800000000000")],
			["signature", (url: URL) => replace(url, /signature$/i, "0".repeat(64))],
			["key", (url: URL) => `${url}`.replace("contract/", "contract/other-")],
		])("refuses an address whose %s was changed", async (_name, change) => {
			const { upload, url } = await sign(2);
			const response = await send(change(new URL(url)), Buffer.alloc(2));
			expect(response.status).toBe(403);
			expect(await storage().listParts(upload)).toEqual([]);
		});

		it("refuses another method than the signed one", async () => {
			const { url } = await sign(2);
			expect((await fetch(url)).status).toBe(403);
		});

		it("refuses an address that has expired", async () => {
			const upload = await begin(storage());
			const part = { ...upload, partNumber: 1, sizeBytes: 2, ...minute };
			const { url } = await anHourAgo().signPart(part);
			expect((await send(url, Buffer.alloc(2))).status).toBe(403);
			expect(await storage().listParts(upload)).toEqual([]);
		});

		it("refuses an address of an upload that is gone", async () => {
			const { upload, url } = await sign(2);
			await storage().abortMultipart(upload);
			expect((await send(url, Buffer.alloc(2))).status).toBe(404);
		});

		it("takes the very bytes of a signed checksum, and no others", async () => {
			const [body, other] = makeParts(1, 1) as [Buffer, Buffer];
			const contentMd5 = Buffer.from(md5(body), "hex").toString("base64");
			const { upload, url, headers } = await sign(mebibyte, contentMd5);
			expect(headers).toEqual({ "content-md5": contentMd5 });
			const wrong = await send(url, other, { ...headers });
			expect(wrong.status).toBeGreaterThanOrEqual(400);
			expect(await storage().listParts(upload)).toEqual([]);
			expect((await send(url, body, { ...headers })).status).toBe(200);
			expect(await storage().listParts(upload)).toMatchObject([{ etag: md5(body) }]);
		});

		it("keeps nothing of a part whose connection was cut, and takes it when it is sent again", async () => {
			const upload = await begin(storage());
			const [a, b] = makeParts(5, 1) as [Buffer, Buffer];
			const part = { ...upload, partNumber: 1, sizeBytes: a.length, ...minute };
			const { url } = await storage().signPart(part);
			await sendAndCut(url, b, a.length);
			expect(await storage().listParts(upload)).toEqual([]);
			const parts = [
				await sendPart(storage(), upload, 1, a),
				await sendPart(storage(), upload, 2, b),
			];
			await storage().completeMultipart({ ...upload, parts });
			expect((await read(storage(), upload.key)).equals(Buffer.concat([a, b]))).toBe(true);
		});

		it.each([
			{ partNumber: 0 },
			{ partNumber: 10_001 },
			{ partNumber: 1.5 },
			{ sizeBytes: -1 },
			{ sizeBytes: 6 * 1024 ** 3 },
		])("is not given for %o", async (wrong) => {
			const upload = await begin(storage());
			const part = { ...upload, partNumber: 1, sizeBytes: 1, ...minute, ...wrong };
			await refused(storage().signPart(part), "UPLOAD_PART_INVALID");
		});

		it.each([0, 8 * 86_400_000, Number.NaN])("is not given for %d ms", async (expiresInMs) => {
			const upload = await begin(storage());
			const part = { ...upload, partNumber: 1, sizeBytes: 1, expiresInMs };
			await refused(storage().signPart(part), "INPUT_INVALID");
			await refused(storage().signGet(upload.key, { expiresInMs }), "INPUT_INVALID");
		});
	});
}

function replace(url: URL, name: RegExp, value: string): string {
	const known = [...url.searchParams.keys()].find((key) => name.test(key));
	expect(known).toBeDefined();
	url.searchParams.set(known as string, value);
	return url.href;
}
