import { readdir, readFile, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
	GetObjectCommand,
	ListBucketsCommand,
	PutObjectCommand,
	S3Client,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isListening } from "../net.ts";
import { startS3, type TestS3 } from "./s3.ts";

let s3: TestS3;
beforeAll(async () => {
	s3 = await startS3({ bucket: "first" });
});
afterAll(() => s3.close());

function client(secretAccessKey = s3.secretAccessKey): S3Client {
	return new S3Client({
		endpoint: s3.endpoint,
		region: s3.region,
		credentials: { accessKeyId: s3.accessKeyId, secretAccessKey },
		forcePathStyle: true,
		requestChecksumCalculation: "WHEN_REQUIRED",
		maxAttempts: 1,
	});
}

it("keeps objects and answers ranges", async () => {
	await s3.createBucket("second");
	const { Buckets = [] } = await client().send(new ListBucketsCommand({}));
	expect(Buckets.map((bucket) => bucket.Name)).toEqual(["first", "second"]);
	const at = { Bucket: "first", Key: "a/b" };
	await client().send(new PutObjectCommand({ ...at, Body: "0123456789" }));
	const part = await client().send(new GetObjectCommand({ ...at, Range: "bytes=3-5" }));
	expect(part.ContentRange).toBe("bytes 3-5/10");
	expect(await part.Body?.transformToString()).toBe("345");
});

it("refuses a wrong secret", async () => {
	const answer = client("wrong").send(new ListBucketsCommand({}));
	await expect(answer).rejects.toMatchObject({ name: "SignatureDoesNotMatch" });
});

it("keeps its objects while the gateway is down", async () => {
	const at = { Bucket: "first", Key: "kept" };
	await client().send(new PutObjectCommand({ ...at, Body: "still here" }));
	await s3.killGateway();
	await expect(client().send(new GetObjectCommand(at))).rejects.toThrow(/ECONNREFUSED/);
	await s3.startGateway();
	const object = await client().send(new GetObjectCommand(at));
	expect(await object.Body?.transformToString()).toBe("still here");
});

it("leaves neither a listener nor a folder behind", async () => {
	const other = await startS3();
	const port = Number(new URL(other.endpoint).port);
	const folder = await folderOf(port);
	expect((await stat(folder)).isDirectory()).toBe(true);
	await other.close();
	expect(await isListening(port)).toBe(false);
	await expect(stat(folder)).rejects.toMatchObject({ code: "ENOENT" });
});

/** The folder of the server on this port; others may run at the same time. */
async function folderOf(port: number): Promise<string> {
	for (const name of await readdir(tmpdir())) {
		const folder = join(tmpdir(), name);
		const config = await readFile(join(folder, "ceph.conf"), "utf8").catch(() => "");
		if (config.includes(`endpoint=127.0.0.1:${port} `)) return folder;
	}
	throw new Error(`No S3 server on port ${port}.`);
}
