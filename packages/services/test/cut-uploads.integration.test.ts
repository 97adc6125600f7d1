import { createHash } from "node:crypto";
import { startFaultProxy } from "@nuclom/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import * as verbs from "../src/index.ts";
import type { Upload } from "../src/schemas.ts";
import { createWorld, type World } from "./world.ts";

const mib = 1024 ** 2;
let world: World;
let team: Awaited<ReturnType<World["organization"]>>;
let proxy: Awaited<ReturnType<typeof startFaultProxy>>;

beforeAll(async () => {
	world = await createWorld();
	team = await world.organization();
	proxy = await startFaultProxy({ target: world.storageUrl });
});
afterAll(async () => {
	await proxy.close();
	await world.close();
});

/** Numbers that look random and are the same in every run: mulberry32. */
function createRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

function makeBytes(random: () => number): Buffer {
	const bytes = Buffer.alloc(1 + Math.floor(random() * 20 * mib));
	for (let at = 0; at < bytes.length; at += 4096) bytes[at] = Math.floor(random() * 256);
	return bytes;
}

/** Through the proxy, as the store's signature does not cover the host. */
const throughProxy = (url: string) => url.replace(new URL(url).origin, new URL(proxy.url).origin);

async function put(upload: Upload, bytes: Buffer, partNumber: number): Promise<void> {
	const { organizationId, uploadId, partSizeBytes } = upload;
	const input = { organizationId, uploadId, partNumbers: [partNumber] };
	const { parts } = await verbs.signParts({ ctx: team.member, input });
	const start = (partNumber - 1) * partSizeBytes;
	const body = Uint8Array.from(bytes.subarray(start, start + partSizeBytes));
	const { url = "", headers } = parts[0] ?? {};
	await fetch(throughProxy(url), { method: "PUT", ...(headers && { headers }), body });
}

/** Sends what is missing, over connections that are cut after a random number of bytes, until nothing is. */
async function sendDespiteCuts(upload: Upload, bytes: Buffer, random: () => number) {
	const { organizationId, uploadId, partCount } = upload;
	const input = { organizationId, uploadId };
	let cuts = 0;
	for (let round = 0; ; round++) {
		const { parts } = await verbs.listUploadedParts({ ctx: team.member, input });
		if (parts.length === partCount) return { parts, cuts };
		const there = new Set(parts.map(({ partNumber }) => partNumber));
		const missing = Array.from({ length: partCount }, (_, index) => index + 1).filter(
			(partNumber) => !there.has(partNumber),
		);
		const afterBytes = Math.floor(random() * upload.partSizeBytes * 1.2);
		await proxy.setFault(round < 6 ? { kind: "cut", afterBytes } : undefined);
		const sent = await Promise.allSettled(missing.map((part) => put(upload, bytes, part)));
		cuts += sent.filter(({ status }) => status === "rejected").length;
	}
}

it("finishes twenty uploads whose connections are cut anywhere, each with the right bytes", async () => {
	const random = createRandom(20_261_123);
	const { organizationId, member: ctx } = team;
	let cuts = 0;
	for (let count = 0; count < 20; count++) {
		const bytes = makeBytes(random);
		const input = { organizationId, fileName: `cut-${count}.mp4`, sizeBytes: bytes.length };
		const upload = await verbs.createUpload({ ctx, input });
		const sent = await sendDespiteCuts(upload, bytes, random);
		await proxy.setFault(undefined);
		cuts += sent.cuts;
		const { uploadId, videoId } = upload;
		const completion = { organizationId, uploadId, parts: sent.parts };
		await verbs.completeUpload({ ctx, input: completion });
		const download = await verbs.getDownload({ ctx, input: { organizationId, videoId } });
		const stored = Buffer.from(await (await fetch(download.url)).arrayBuffer());
		const sha256 = (data: Buffer) => createHash("sha256").update(data).digest("hex");
		expect(sha256(stored)).toBe(sha256(bytes));
	}
	expect(cuts).toBeGreaterThan(20);
});
