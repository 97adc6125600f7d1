import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import * as verbs from "../src/index.ts";
import type { Upload } from "../src/schemas.ts";
import { createWorld, type World } from "./world.ts";

const mib = 1024 ** 2;
const partBytes = 16 * mib;
let world: World;
let team: Awaited<ReturnType<World["organization"]>>;

beforeAll(async () => {
	world = await createWorld({ maxUploadBytes: 100 * mib, storageQuotaBytes: 60 * mib });
});
beforeEach(async () => {
	team = await world.organization();
});
afterAll(() => world.close());

const code = (wanted: string) => expect.objectContaining({ code: wanted });
const begin = (sizeBytes?: number) => {
	const { organizationId, member: ctx } = team;
	const size = sizeBytes === undefined ? {} : { sizeBytes };
	return verbs.createUpload({ ctx, input: { organizationId, fileName: "live.webm", ...size } });
};

/** What of an upload names it in calls. */
const idsOf = ({ organizationId, uploadId }: Upload) => ({ organizationId, uploadId });

const sign = (upload: Upload, partNumbers: number[], lastPartSizeBytes?: number) => {
	const last = lastPartSizeBytes === undefined ? {} : { lastPartSizeBytes };
	const input = { ...idsOf(upload), partNumbers, ...last };
	return verbs.signParts({ ctx: team.member, input });
};

async function send(upload: Upload, partNumber: number, bytes: Uint8Array, isLast = false) {
	const { parts } = await sign(upload, [partNumber], isLast ? bytes.length : undefined);
	const { url = "", headers = {} } = parts[0] ?? {};
	const body = bytes as Uint8Array<ArrayBuffer>;
	const response = await fetch(url, { method: "PUT", headers, body });
	expect(response.status).toBe(200);
	return { partNumber, etag: response.headers.get("etag") ?? "" };
}

type Sent = Awaited<ReturnType<typeof send>>;
const complete = (upload: Upload, parts: Sent[], sizeBytes?: number) => {
	const size = sizeBytes === undefined ? {} : { sizeBytes };
	const input = { ...idsOf(upload), parts, ...size };
	return verbs.completeUpload({ ctx: team.member, input });
};
const usage = () =>
	verbs.getStorageUsage({ ctx: team.member, input: { organizationId: team.organizationId } });

it("takes a stream whose length is known when it ends", async () => {
	const upload = await begin();
	expect(upload).toMatchObject({ partSizeBytes: partBytes, partCount: 7 });
	const bytes = randomBytes(2 * partBytes + 1000);
	const parts = [
		await send(upload, 1, bytes.subarray(0, partBytes)),
		await send(upload, 2, bytes.subarray(partBytes, 2 * partBytes)),
		await send(upload, 3, bytes.subarray(2 * partBytes), true),
	];
	const done = await complete(upload, parts, bytes.length);
	expect(await complete(upload, parts, bytes.length)).toEqual(done);
	const { organizationId, member: ctx } = team;
	const input = { organizationId, videoId: done.videoId };
	const video = await verbs.getVideo({ ctx, input });
	expect(video).toMatchObject({ status: "processing", version: { sizeBytes: bytes.length } });
	const { url } = await verbs.getDownload({ ctx, input });
	const stored = Buffer.from(await (await fetch(url)).arrayBuffer());
	expect(stored.equals(bytes)).toBe(true);
	expect(await usage()).toMatchObject({ reservedBytes: 0, storedBytes: bytes.length });
});

it("sets room aside in steps as parts are signed, and no more than there is", async () => {
	const upload = await begin();
	expect((await usage()).reservedBytes).toBe(partBytes);
	await sign(upload, [1]);
	expect((await usage()).reservedBytes).toBe(partBytes);
	await sign(upload, [1, 2, 3]);
	expect((await usage()).reservedBytes).toBe(3 * partBytes);
	await expect(sign(upload, [4])).rejects.toEqual(code("STORAGE_QUOTA_EXCEEDED"));
	await sign(upload, [4], 12 * mib);
	expect((await usage()).reservedBytes).toBe(60 * mib);
	await expect(begin()).rejects.toEqual(code("STORAGE_QUOTA_EXCEEDED"));
	await verbs.abortUpload({ ctx: team.member, input: idsOf(upload) });
	expect((await usage()).reservedBytes).toBe(0);
});

it("lets twenty at once have no more than the quota", async () => {
	const results = await Promise.allSettled(Array.from({ length: 20 }, () => begin()));
	const begun = results.filter(({ status }) => status === "fulfilled");
	expect(begun).toHaveLength(3);
	expect((await usage()).reservedBytes).toBe(3 * partBytes);
});

it("refuses parts and sizes that cannot be", async () => {
	const upload = await begin();
	await expect(sign(upload, [8])).rejects.toEqual(code("UPLOAD_PART_INVALID"));
	await expect(sign(upload, [1], partBytes + 1)).rejects.toEqual(code("UPLOAD_PART_INVALID"));
	await expect(complete(upload, [])).rejects.toEqual(code("INPUT_INVALID"));
	await expect(complete(upload, [], 0)).rejects.toEqual(code("UPLOAD_EMPTY_FILE"));
	await expect(complete(upload, [], 101 * mib)).rejects.toEqual(code("UPLOAD_TOO_LARGE"));
	await expect(complete(upload, [], 10)).rejects.toEqual(code("UPLOAD_PARTS_MISSING"));
});

it("does not believe a size that the store does not have, and gives no room back for a lie", async () => {
	const upload = await begin();
	const bytes = randomBytes(partBytes + 1000);
	const parts = [
		await send(upload, 1, bytes.subarray(0, partBytes)),
		await send(upload, 2, bytes.subarray(partBytes), true),
	];
	const reserved = (await usage()).reservedBytes;
	await expect(complete(upload, parts, 1000)).rejects.toEqual(code("UPLOAD_PARTS_MISSING"));
	await expect(complete(upload, parts, bytes.length - 1)).rejects.toEqual(
		code("UPLOAD_PART_INVALID"),
	);
	await expect(complete(upload, parts, 3 * partBytes)).rejects.toEqual(
		code("UPLOAD_PARTS_MISSING"),
	);
	expect((await usage()).reservedBytes).toBe(reserved);
	await complete(upload, parts, bytes.length);
});

it("leaves uploads with a size as strict as they are", async () => {
	const upload = await begin(1000);
	await expect(sign(upload, [1], 500)).rejects.toEqual(code("UPLOAD_PART_INVALID"));
	await expect(sign(upload, [2])).rejects.toEqual(code("UPLOAD_PART_INVALID"));
	const part = await send(upload, 1, randomBytes(1000));
	await expect(complete(upload, [part], 999)).rejects.toEqual(code("UPLOAD_SIZE_MISMATCH"));
	await complete(upload, [part], 1000);
});

it("is not offered to be gone on with: its bytes are with whoever makes them", async () => {
	await begin();
	const { organizationId, member: ctx } = team;
	expect(await verbs.listOpenUploads({ ctx, input: { organizationId } })).toEqual({ uploads: [] });
});
