/**
 * A file of 2 GiB is uploaded in parts of 16 MiB, four at a time: to the local driver, completion and its sync
 * included, and to a bare Node server that writes the same requests to files. `--quick` takes a tenth of the size.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "@nuclom/testing";
import { type PartRef, planParts, type SignedPart } from "../src/index.ts";
import { startStorageServer } from "../test/start-storage-server.ts";
import { inParallel, sendPart } from "./lib/client.ts";
import { isQuick, print, runPairs, spread } from "./lib/pairs.ts";
import { startProcess } from "./lib/start-process.ts";
import { cpuSeconds, peakBytes, residentBytes } from "./lib/usage.ts";

const mebibyte = 1024 ** 2;
const parallelParts = 4;
const sizeBytes = (isQuick ? 112 : 2048) * mebibyte;
const { partSizeBytes, partCount } = planParts(sizeBytes);

interface Figures {
	readonly seconds: number;
	readonly cpuSeconds: number;
	readonly memoryGrowthBytes: number;
}

/** Measures one upload to a process that has just started. */
async function measure(pid: number, upload: () => Promise<number>): Promise<Figures> {
	const before = { cpu: cpuSeconds(pid), resident: residentBytes(pid) };
	const seconds = await upload();
	const memoryGrowthBytes = peakBytes(pid) - before.resident;
	return { seconds, cpuSeconds: cpuSeconds(pid) - before.cpu, memoryGrowthBytes };
}

async function uploadToOurs(): Promise<Figures> {
	await using folder = await temporaryFolder("bench");
	const server = await startStorageServer(folder.path);
	const key = "bench/video.mp4";
	const created = await server.call<{ storageUploadId: string }>("createMultipart", key, {
		contentType: "video/mp4",
		partSizeBytes,
	});
	const upload = { key, ...created };
	const sign = (index: number) => {
		const part = { ...upload, partNumber: index + 1, sizeBytes: partSizeBytes };
		return server.call<SignedPart>("signPart", { ...part, expiresInMs: 600_000 });
	};
	const signed = await Promise.all(Array.from({ length: partCount }, (_, index) => sign(index)));
	const parts: PartRef[] = [];
	const figures = await measure(server.pid, async () => {
		const seconds = await inParallel(partCount, parallelParts, async (index, agent) => {
			const url = server.origin + signed[index]?.url;
			const etag = await sendPart(url, partSizeBytes, agent);
			parts[index] = { partNumber: index + 1, etag };
		});
		const begin = performance.now();
		await server.call("completeMultipart", { ...upload, parts });
		return seconds + (performance.now() - begin) / 1000;
	});
	await server.kill();
	return figures;
}

async function uploadToBare(): Promise<Figures> {
	await using folder = await temporaryFolder("bench");
	const target = join(folder.path, "bare");
	await mkdir(target);
	const server = await startProcess([join(import.meta.dirname, "lib/bare-server.ts"), target]);
	const figures = await measure(server.pid, () =>
		inParallel(partCount, parallelParts, (index, agent) =>
			sendPart(`${server.origin}/${index}`, partSizeBytes, agent),
		),
	);
	await server.stop();
	return figures;
}

const pairs = await runPairs(uploadToOurs, uploadToBare);
print({
	name: "storage.upload",
	...{ sizeBytes, partSizeBytes, parallelParts },
	throughputRatio: spread(pairs.map(({ ours, theirs }) => theirs.seconds / ours.seconds)),
	cpuRatio: spread(pairs.map(({ ours, theirs }) => ours.cpuSeconds / theirs.cpuSeconds)),
	secondsOurs: spread(pairs.map(({ ours }) => ours.seconds)),
	secondsBare: spread(pairs.map(({ theirs }) => theirs.seconds)),
	memoryGrowthMebibytesOurs: spread(pairs.map(({ ours }) => ours.memoryGrowthBytes / mebibyte)),
	memoryGrowthMebibytesBare: spread(pairs.map(({ theirs }) => theirs.memoryGrowthBytes / mebibyte)),
});
