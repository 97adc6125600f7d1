/**
 * Sixteen readers fetch random ranges of 1 MiB of one file of 1 GiB: from the local driver's HTTP handler and from
 * nginx. What counts is the server's processor time per byte. `--quick` takes a tenth of the size.
 */
import { open } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "@nuclom/testing";
import { startNginx } from "../test/nginx.ts";
import { startStorageServer } from "../test/start-storage-server.ts";
import { inParallel, readRange } from "./lib/client.ts";
import { isQuick, print, runPairs, spread } from "./lib/pairs.ts";
import { cpuSeconds, peakBytes, residentBytes } from "./lib/usage.ts";

const mebibyte = 1024 ** 2;
const gibibyte = 1024 ** 3;
const readers = 16;
const rangeBytes = mebibyte;
const sizeBytes = (isQuick ? 102 : 1024) * mebibyte;
/** Every run reads twice the file's size. */
const ranges = (2 * sizeBytes) / rangeBytes;

interface Figures {
	readonly seconds: number;
	readonly cpuSeconds: number;
}

/** The same starts in every run. */
function starts(): number[] {
	let state = 20_261_123;
	return Array.from({ length: ranges }, () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * (sizeBytes - rangeBytes));
	});
}

async function readAll(pid: number, url: string): Promise<Figures> {
	const begins = starts();
	const before = cpuSeconds(pid);
	const seconds = await inParallel(ranges, readers, (index, agent) =>
		readRange(url, begins[index] ?? 0, rangeBytes, agent),
	);
	return { seconds, cpuSeconds: cpuSeconds(pid) - before };
}

async function writeFile(path: string): Promise<void> {
	const block = Buffer.alloc(mebibyte, "nuclom");
	const handle = await open(path, "w");
	for (let at = 0; at < sizeBytes; at += block.length) await handle.write(block);
	await handle.close();
}

await using folder = await temporaryFolder("bench");
const file = join(folder.path, "video.mp4");
await writeFile(file);
const ours = await startStorageServer(join(folder.path, "store"));
const key = "bench/video.mp4";
await ours.call("uploadFile", key, file, { contentType: "video/mp4" });
const { url } = await ours.call<{ url: string }>("signGet", key, { expiresInMs: 3_600_000 });
const nginx = await startNginx(join(folder.path, "nginx"), `root ${folder.path};`);
const ourUrl = ours.origin + url;
const theirUrl = `${nginx.origin}/video.mp4`;
const residentBefore = residentBytes(ours.pid);
// Warms the page cache and Node's compiler.
await readAll(ours.pid, ourUrl);
await readAll(nginx.pid, theirUrl);
const pairs = await runPairs(
	() => readAll(ours.pid, ourUrl),
	() => readAll(nginx.pid, theirUrl),
);
const perGibibyte = (figures: Figures) => figures.cpuSeconds / ((ranges * rangeBytes) / gibibyte);
print({
	name: "storage.range-reads",
	...{ sizeBytes, rangeBytes, readers },
	cpuPerByteRatio: spread(pairs.map((pair) => pair.ours.cpuSeconds / pair.theirs.cpuSeconds)),
	throughputRatio: spread(pairs.map((pair) => pair.theirs.seconds / pair.ours.seconds)),
	cpuSecondsPerGibibyteOurs: spread(pairs.map((pair) => perGibibyte(pair.ours))),
	cpuSecondsPerGibibyteNginx: spread(pairs.map((pair) => perGibibyte(pair.theirs))),
	memoryGrowthMebibytesOurs: (peakBytes(ours.pid) - residentBefore) / mebibyte,
});
await ours.kill();
await nginx.stop();
