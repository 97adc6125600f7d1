import { request } from "node:http";
import { join } from "node:path";
import { type TemporaryFolder, temporaryFolder, waitFor } from "@nuclom/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeParts, md5, mebibyte, send, video } from "../../test/contract/tools.ts";
import {
	type StartOptions,
	type StorageServer,
	startStorageServer,
} from "../../test/start-storage-server.ts";
import type { SignedPart, StoredPart, UploadRef } from "../index.ts";

let folder: TemporaryFolder;
let server: StorageServer;
beforeEach(async () => {
	folder = await temporaryFolder("storage-faults");
});
afterEach(async () => {
	await server?.kill();
	await folder.close();
});

const key = "faults/video.mp4";

async function begin(): Promise<UploadRef> {
	const created = await server.call<{ storageUploadId: string }>("createMultipart", key, video);
	return { key, ...created };
}

async function sign(upload: UploadRef, partNumber: number, sizeBytes: number): Promise<string> {
	const part = { ...upload, partNumber, sizeBytes, expiresInMs: 600_000 };
	return server.origin + (await server.call<SignedPart>("signPart", part)).url;
}

async function sendPart(upload: UploadRef, partNumber: number, body: Buffer) {
	const response = await send(await sign(upload, partNumber, body.length), body);
	return { status: response.status, answer: await response.text() };
}

const list = (upload: UploadRef) => server.call<StoredPart[]>("listParts", upload);

async function fetchObject(): Promise<Buffer> {
	const signed = await server.call<{ url: string }>("signGet", key, { expiresInMs: 60_000 });
	return Buffer.from(await (await fetch(server.origin + signed.url)).arrayBuffer());
}

describe("a server that is killed", () => {
	it("keeps every part that it had acknowledged, and goes on from there", async () => {
		server = await startStorageServer(folder.path);
		const upload = await begin();
		const bodies = makeParts(5, 5, 1) as [Buffer, Buffer, Buffer];
		expect((await sendPart(upload, 1, bodies[0])).status).toBe(200);
		const { length } = bodies[1];
		const url = await sign(upload, 2, length);
		const sending = request(url, { method: "PUT", headers: { "content-length": length } });
		sending.on("error", () => {});
		sending.write(bodies[1].subarray(0, 3 * mebibyte));
		await waitFor(() => sending.writableLength === 0, { what: "half of a part to be sent" });
		await server.kill();

		server = await startStorageServer(folder.path);
		expect(await list(upload)).toEqual([
			{ partNumber: 1, sizeBytes: bodies[0].length, etag: md5(bodies[0]) },
		]);
		expect((await sendPart(upload, 2, bodies[1])).status).toBe(200);
		expect((await sendPart(upload, 3, bodies[2])).status).toBe(200);
		const parts = bodies.map((body, index) => ({ partNumber: index + 1, etag: md5(body) }));
		await server.call("completeMultipart", { ...upload, parts });
		expect((await fetchObject()).equals(Buffer.concat(bodies))).toBe(true);
	});
});

/** A disk of 12 MiB, seen by the server alone: it is gone with the process. */
const tinyDisk: StartOptions = {
	wrapper: ["unshare", ...(process.getuid?.() === 0 ? [] : ["-r"]), "-m"],
	shell: `mkdir -p "$0" && mount -t tmpfs -o size=12m none "$0"`,
};
/** No file over 8 MiB (in blocks of 512 bytes): a quota, to the server. */
const tinyFiles: StartOptions = { shell: "ulimit -f 16384" };

describe.each([
	["disk is full", tinyDisk],
	["quota is used up", tinyFiles],
])("a server whose %s", (_name, options) => {
	it("says so, gives the room back, and goes on when there is room", async () => {
		server = await startStorageServer(join(folder.path, "store"), options);
		const upload = await begin();
		const [first, second, small] = makeParts(7, 7, 3) as [Buffer, Buffer, Buffer];
		expect((await sendPart(upload, 1, first)).status).toBe(200);
		const full = await sendPart(upload, 2, second);
		expect(full.status).toBe(507);
		expect(JSON.parse(full.answer)).toMatchObject({ code: "STORAGE_FULL" });
		expect(await list(upload)).toMatchObject([{ partNumber: 1 }]);
		await server.call("abortMultipart", upload);

		const again = await begin();
		expect((await sendPart(again, 1, first)).status).toBe(200);
		const parts = [{ partNumber: 1, etag: md5(first) }];
		await server.call("completeMultipart", { ...again, parts });
		expect((await fetchObject()).equals(first)).toBe(true);
		await server.call("delete", [key]);
		const another = await begin();
		expect((await sendPart(another, 1, small)).status).toBe(200);
	});
});

describe("a server whose disk is full of one upload", () => {
	it("takes the part that failed when room was made, without sending the others again", async () => {
		server = await startStorageServer(join(folder.path, "store"), tinyDisk);
		const filler = await begin();
		expect((await sendPart(filler, 1, makeParts(5)[0] as Buffer)).status).toBe(200);
		const upload = await begin();
		const [first, second] = makeParts(5, 5) as [Buffer, Buffer];
		expect((await sendPart(upload, 1, first)).status).toBe(200);
		expect((await sendPart(upload, 2, second)).status).toBe(507);
		await server.call("abortMultipart", filler);
		expect((await sendPart(upload, 2, second)).status).toBe(200);
		const parts = [first, second].map((body, index) => ({
			partNumber: index + 1,
			etag: md5(body),
		}));
		await server.call("completeMultipart", { ...upload, parts });
		expect((await fetchObject()).equals(Buffer.concat([first, second]))).toBe(true);
	});
});
