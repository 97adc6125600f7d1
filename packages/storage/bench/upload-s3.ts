/**
 * A file of 512 MiB goes to a real S3 server (Ceph) in parts of 16 MiB, four at a time: as our multipart upload, signed
 * part by part and joined at the end, and as plain presigned PUTs of as many objects. `--quick` takes a fifth of it.
 * The bytes never pass through the process that signs; its growth is told all the same.
 */
import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { startS3 } from "@nuclom/testing";
import { createS3Storage, type PartRef } from "../src/index.ts";
import { inParallel, sendPart } from "./lib/client.ts";
import { isQuick, print, runPairs, spread } from "./lib/pairs.ts";

const mebibyte = 1024 ** 2;
const parallelParts = 4;
const partSizeBytes = 16 * mebibyte;
const partCount = isQuick ? 7 : 32;
const bucket = "bench";

// Ceph frees what was deleted much later: room for every upload of the run.
await using s3 = await startS3({ bucket, memoryBytes: 14 * 1024 ** 3 });
const { endpoint, region, accessKeyId, secretAccessKey } = s3;
const storage = createS3Storage({ endpoint, region, accessKeyId, secretAccessKey, bucket });
const client = new S3Client({
	...{ endpoint, region, forcePathStyle: true, requestChecksumCalculation: "WHEN_REQUIRED" },
	credentials: { accessKeyId, secretAccessKey },
});

let run = 0;

async function uploadOurs() {
	run += 1;
	const before = process.memoryUsage().rss;
	const key = `bench/${run}/video.mp4`;
	const begin = performance.now();
	const created = await storage.createMultipart(key, { contentType: "video/mp4", partSizeBytes });
	const upload = { key, ...created };
	const parts: PartRef[] = [];
	await inParallel(partCount, parallelParts, async (index, agent) => {
		const part = { partNumber: index + 1, sizeBytes: partSizeBytes, expiresInMs: 600_000 };
		const { url } = await storage.signPart({ ...upload, ...part });
		parts[index] = { partNumber: index + 1, etag: await sendPart(url, partSizeBytes, agent) };
	});
	await storage.completeMultipart({ ...upload, parts });
	const seconds = (performance.now() - begin) / 1000;
	const growthBytes = process.memoryUsage().rss - before;
	await storage.delete([key]);
	return { seconds, growthBytes };
}

async function putPlain() {
	run += 1;
	const keys = Array.from({ length: partCount }, (_, index) => `bench/${run}/plain-${index}`);
	const urls = await Promise.all(
		keys.map((Key) => getSignedUrl(client, new PutObjectCommand({ Bucket: bucket, Key }))),
	);
	const seconds = await inParallel(partCount, parallelParts, (index, agent) =>
		sendPart(urls[index] ?? "", partSizeBytes, agent),
	);
	await storage.delete(keys);
	return { seconds };
}

/** A figure of nothing would look fast. */
async function assertWhole(): Promise<void> {
	const key = "bench/whole";
	const created = await storage.createMultipart(key, { contentType: "video/mp4", partSizeBytes });
	const sign = { key, ...created, partNumber: 1, sizeBytes: partSizeBytes, expiresInMs: 600_000 };
	const { url } = await storage.signPart(sign);
	await inParallel(1, 1, (_index, agent) => sendPart(url, partSizeBytes, agent));
	const parts = await storage.listParts({ key, ...created });
	await storage.completeMultipart({ key, ...created, parts });
	const found = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
	if (found.ContentLength !== partSizeBytes) throw new Error("The object is not whole.");
	found.Body?.transformToWebStream().cancel();
}

await assertWhole();
const pairs = await runPairs(uploadOurs, putPlain);
print({
	name: "storage.upload-s3",
	...{ sizeBytes: partCount * partSizeBytes, partSizeBytes, parallelParts },
	throughputRatio: spread(pairs.map(({ ours, theirs }) => theirs.seconds / ours.seconds)),
	secondsOurs: spread(pairs.map(({ ours }) => ours.seconds)),
	secondsPlain: spread(pairs.map(({ theirs }) => theirs.seconds)),
	memoryGrowthMebibytesOurs: spread(pairs.map(({ ours }) => ours.growthBytes / mebibyte)),
});
client.destroy();
await storage.close();
