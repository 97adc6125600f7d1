import { createHash } from "node:crypto";
import { startFaultProxy } from "@nuclom/testing";
import * as verbs from "../src/index.ts";
import type { Upload } from "../src/schemas.ts";
import { createWorld } from "./world.ts";

const mib = 1024 ** 2;
type World = Awaited<ReturnType<typeof createWorld>>;
type Team = Awaited<ReturnType<World["organization"]>>;
type Proxy = Awaited<ReturnType<typeof startFaultProxy>>;

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

interface Place {
	readonly team: Team;
	readonly proxy: Proxy;
}

/** Through the proxy, as the store's signature does not cover the host. */
const through = (proxy: Proxy, url: string) =>
	url.replace(new URL(url).origin, new URL(proxy.url).origin);

async function put(
	{ team, proxy }: Place,
	upload: Upload,
	bytes: Buffer,
	partNumber: number,
): Promise<void> {
	const { organizationId, uploadId, partSizeBytes } = upload;
	const input = { organizationId, uploadId, partNumbers: [partNumber] };
	const { parts } = await verbs.signParts({ ctx: team.member, input });
	const start = (partNumber - 1) * partSizeBytes;
	const body = Uint8Array.from(bytes.subarray(start, start + partSizeBytes));
	const { url = "", headers } = parts[0] ?? {};
	await fetch(through(proxy, url), { method: "PUT", ...(headers && { headers }), body });
}

/** Sends what is missing, over connections that are cut after a random number of bytes, until nothing is. */
async function sendDespiteCuts(place: Place, upload: Upload, bytes: Buffer, random: () => number) {
	const { organizationId, uploadId, partCount } = upload;
	const { team, proxy } = place;
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
		const sent = await Promise.allSettled(missing.map((part) => put(place, upload, bytes, part)));
		cuts += sent.filter(({ status }) => status === "rejected").length;
	}
}

const sha256 = (data: Buffer) => createHash("sha256").update(data).digest("hex");

async function uploadDespiteCuts(place: Place, index: number, random: () => number) {
	const { proxy, team } = place;
	const { organizationId, member: ctx } = team;
	const bytes = makeBytes(random);
	const input = { organizationId, fileName: `cut-${index}.mp4`, sizeBytes: bytes.length };
	const upload = await verbs.createUpload({ ctx, input });
	const { cuts, parts } = await sendDespiteCuts(place, upload, bytes, random);
	await proxy.setFault(undefined);
	const { uploadId, videoId } = upload;
	await verbs.completeUpload({ ctx, input: { organizationId, uploadId, parts } });
	const download = await verbs.getDownload({ ctx, input: { organizationId, videoId } });
	const stored = Buffer.from(await (await fetch(download.url)).arrayBuffer());
	await verbs.deleteVideo({ ctx, input: { organizationId, videoId } });
	await verbs.purgeVideo({ ctx, input: { organizationId, videoId } });
	await verbs.deleteObjects({ deps: ctx.deps, userId: null }, new AbortController().signal);
	return { cuts, isRight: sha256(stored) === sha256(bytes) };
}

/** Uploads files of up to 20 MiB over connections that are cut at random; tells how many arrived as they were. */
export async function runCutUploads(count: number, seed: number, serverUrl?: string) {
	const world = await createWorld(serverUrl ? { serverUrl } : {});
	const proxy = await startFaultProxy({ target: world.storageUrl });
	try {
		const place = { team: await world.organization(), proxy };
		const random = createRandom(seed);
		let [cuts, right] = [0, 0];
		for (let index = 0; index < count; index++) {
			const outcome = await uploadDespiteCuts(place, index, random);
			cuts += outcome.cuts;
			if (outcome.isRight) right += 1;
		}
		return { uploads: count, right, cuts };
	} finally {
		await proxy.close();
		await world.close();
	}
}
