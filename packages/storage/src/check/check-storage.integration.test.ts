import {
	ListMultipartUploadsCommand,
	ListObjectsV2Command,
	PutObjectCommand,
	type S3Client,
} from "@aws-sdk/client-s3";
import { newId } from "@nuclom/core";
import { startFaultProxy, startS3, type TestS3, temporaryFolder } from "@nuclom/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plainClient, setCors, setPolicy } from "../../test/bucket-policy.ts";
import { sendError, startStandIn } from "../../test/stand-in.ts";
import {
	type CheckReport,
	checkLocalStorage,
	checkS3Storage,
	createLocalStorage,
	createStorageSetup,
	type S3CheckConfig,
} from "../index.ts";

const origin = "https://nuclom.example.com";
let s3: TestS3;
let client: S3Client;
beforeAll(async () => {
	s3 = await startS3();
	client = plainClient(s3);
});
afterAll(async () => {
	client?.destroy();
	await s3?.close();
});

/** A bucket of its own for each test, with the rules that `nuclom storage setup` gives. */
async function newBucket(isSetUp = true): Promise<S3CheckConfig> {
	const bucket = newId();
	await s3.createBucket(bucket);
	const config = { ...s3, bucket, origins: [origin] };
	if (!isSetUp) return config;
	const setup = createStorageSetup(config);
	await setup.apply(await setup.plan());
	await setup.close();
	return config;
}

async function whatIsLeft({ bucket: Bucket }: { bucket: string }): Promise<string[]> {
	const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }));
	const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket }));
	return [...Contents, ...Uploads].map(({ Key = "" }) => Key);
}

const failed = ({ steps }: CheckReport) =>
	steps.filter(({ status }) => status === "fail").map(({ name }) => name);

const hintOf = ({ steps }: CheckReport, wanted: string) =>
	steps.find(({ name }) => name === wanted)?.hint;

const all = [
	...["answer", "clock", "put", "head", "range read", "conditional put", "list", "presigned GET"],
	...["multipart", "CORS preflight", "presigned PUT", "CORS answer", "checksum", "list parts"],
	...["complete", "abort", "private", "delete", "clean up"],
];

describe("a bucket", () => {
	it("passes when it is set up, and has nothing of the check afterwards", async () => {
		const config = await newBucket();
		const heard: string[] = [];
		const report = await checkS3Storage(config, { onStep: ({ name }) => heard.push(name) });
		expect(report.steps.filter(({ status }) => status !== "ok")).toEqual([]);
		expect(report.isOk).toBe(true);
		expect(heard).toEqual(all);
		expect(await whatIsLeft(config)).toEqual([]);
	});

	it("without CORS fails where browsers would, and says which command to run", async () => {
		const config = await newBucket(false);
		const report = await checkS3Storage(config);
		expect(failed(report)).toEqual(["presigned GET", "CORS preflight"]);
		expect(report.steps.find(({ name }) => name === "CORS answer")).toMatchObject({
			status: "skipped",
			message: "not tried: see CORS preflight",
		});
		expect(hintOf(report, "CORS preflight")).toContain("nuclom storage setup");
		expect(hintOf(report, "CORS preflight")).toContain(origin);
		expect(await whatIsLeft(config)).toEqual([]);
	});

	it("whose CORS rule hides the ETag fails at the answer, and nowhere else but where ranges are read", async () => {
		const config = await newBucket(false);
		await setCors(client, config.bucket, { origin, headers: ["*"] });
		const report = await checkS3Storage(config);
		expect(failed(report)).toEqual(["presigned GET", "CORS answer"]);
		expect(hintOf(report, "CORS answer")).toContain("add ETag to ExposeHeaders");
	});

	it("whose CORS rule lacks a second origin of the app is found out", async () => {
		const config = await newBucket();
		const origins = [origin, "https://preview.example.com"];
		const report = await checkS3Storage({ ...config, origins });
		expect(failed(report)).toEqual(["CORS preflight"]);
		expect(hintOf(report, "CORS preflight")).toContain("https://preview.example.com");
	});

	it("that everybody may read fails", async () => {
		const config = await newBucket();
		await setPolicy(client, config.bucket, "Allow", "s3:GetObject");
		const report = await checkS3Storage(config);
		expect(failed(report)).toEqual(["private"]);
		expect(hintOf(report, "private")).toContain("Take public reading off the bucket");
	});

	it("that is wholly at the CDN fails", async () => {
		const config = await newBucket();
		await using cdn = await startStandIn((_, response) => response.end("anything"));
		const report = await checkS3Storage({ ...config, publicBaseUrl: `${cdn.endpoint}/files` });
		expect(failed(report)).toEqual(["private"]);
		expect(hintOf(report, "private")).toContain("CLOUDFLARE_R2_PUBLIC_URL");
		expect(cdn.requests[0]).toMatch(/^GET \/files\/nuclom-check\//);
	});

	it.each([
		["s3:GetObject", ["put"]],
		["s3:ListBucket", ["list", "clean up"]],
		["s3:ListMultipartUploadParts", ["list parts"]],
		["s3:DeleteObject", ["delete", "clean up"]],
		["s3:AbortMultipartUpload", ["abort", "clean up"]],
		["s3:PutObject", ["put"]],
	])("whose key lacks %s names that right", async (right, names) => {
		const config = await newBucket();
		await setPolicy(client, config.bucket, "Deny", right);
		const report = await checkS3Storage(config);
		expect(failed(report)).toEqual(names);
		expect(hintOf(report, names[0] ?? "")).toContain(right);
	});
});

describe("a wrong setting is named once, and nothing is tried behind it", () => {
	it.each([
		["CLOUDFLARE_R2_BUCKET", { bucket: "no-such-bucket" }],
		["CLOUDFLARE_R2_SECRET_KEY", { secretAccessKey: "wrong" }],
		["CLOUDFLARE_R2_ACCESS_KEY", { accessKeyId: "wrong" }],
	])("%s", async (setting, changed) => {
		const report = await checkS3Storage({ ...s3, bucket: "x", origins: [origin], ...changed });
		expect(failed(report)).toEqual(["put"]);
		expect(hintOf(report, "put")).toContain(setting);
		expect(report.isOk).toBe(false);
	});

	// Ceph takes any region; this is S3's and R2's answer.
	it("STORAGE_REGION, at a store that minds it", async () => {
		const region = "<Region>eu-central-1</Region>";
		await using other = await startStandIn((_, response) =>
			sendError(response, 400, "AuthorizationHeaderMalformed", region),
		);
		const report = await checkS3Storage({ ...s3, ...other, bucket: "x", origins: [origin] });
		expect(failed(report)).toEqual(["put"]);
		expect(hintOf(report, "put")).toContain("STORAGE_REGION");
	});

	it("CLOUDFLARE_R2_ENDPOINT, where nothing listens or no TLS is spoken", async () => {
		for (const endpoint of ["http://127.0.0.1:1", s3.endpoint.replace("http:", "https:")]) {
			const report = await checkS3Storage({ ...s3, endpoint, bucket: "x", origins: [origin] });
			expect(failed(report)).toEqual(["answer"]);
			expect(hintOf(report, "answer")).toContain("CLOUDFLARE_R2_ENDPOINT");
		}
	});

	it.each([20, -20])("the clock, %d minutes off", async (minutes) => {
		const config = await newBucket();
		const clock = { now: () => new Date(Date.now() + minutes * 60_000) };
		const report = await checkS3Storage({ ...config, clock });
		expect(failed(report)).toEqual(["clock"]);
		expect(hintOf(report, "clock")).toContain("NTP");
		expect(report.steps.find(({ name }) => name === "presigned PUT")).toMatchObject({
			status: "skipped",
			message: "not tried: see clock",
		});
		expect(await whatIsLeft(config)).toEqual([]);
	});
});

describe("a check that does not come to its end", () => {
	it("because it is interrupted, leaves nothing", async () => {
		const config = await newBucket();
		const stop = new AbortController();
		const report = await checkS3Storage(config, {
			signal: stop.signal,
			onStep: ({ name }) => {
				if (name === "presigned PUT") stop.abort(new Error("enough"));
			},
		});
		expect(report.isOk).toBe(false);
		expect(report.steps.map(({ name }) => name).slice(-2)).toEqual(["presigned PUT", "clean up"]);
		expect(await whatIsLeft(config)).toEqual([]);
	});

	it("because it was killed, is cleaned up after by one an hour later, and by none before", async () => {
		const config = await newBucket();
		const key = `nuclom-check/${newId()}/object.bin`;
		await client.send(new PutObjectCommand({ Bucket: config.bucket, Key: key, Body: "left" }));
		await checkS3Storage(config);
		expect(await whatIsLeft(config)).toEqual([key]);
		const clock = { now: () => new Date(Date.now() + 61 * 60_000) };
		await checkS3Storage({ ...config, clock });
		expect(await whatIsLeft(config)).toEqual([]);
	});

	it("because a connection breaks in a part, leaves nothing", async () => {
		const config = await newBucket();
		await using proxy = await startFaultProxy({ target: s3.endpoint });
		const cut = { kind: "cut", direction: "up", afterBytes: 1_000_000, once: true } as const;
		await proxy.setFault(cut);
		const report = await checkS3Storage({ ...config, endpoint: proxy.url.replace(/\/$/, "") });
		expect(failed(report)).toEqual(["presigned PUT"]);
		expect(report.steps.find(({ name }) => name === "presigned PUT")).toMatchObject({
			code: "STORAGE_UNAVAILABLE",
		});
		expect(await whatIsLeft(config)).toEqual([]);
	});

	it("because nothing comes back, ends all the same", async () => {
		await using proxy = await startFaultProxy({ target: s3.endpoint });
		await proxy.setFault({ kind: "stall", afterBytes: 0 });
		const config = { ...s3, endpoint: proxy.url, bucket: "x", origins: [origin] };
		const report = await checkS3Storage(config, { stepLimitMs: 200 });
		expect(report.steps[0]).toMatchObject({ status: "fail", message: "No answer in 0.2 s." });
		expect(failed(report)).toEqual(["answer"]);
	});
});

describe("a folder", () => {
	it("passes, without what browsers need across origins, and has nothing of the check afterwards", async () => {
		await using folder = await temporaryFolder("check");
		const report = await checkLocalStorage(folder);
		expect(report.steps.filter(({ status }) => status !== "ok")).toEqual([]);
		const crossing = ["clock", "CORS preflight", "CORS answer"];
		expect(report.steps.map(({ name }) => name)).toEqual(
			all.filter((name) => !crossing.includes(name)),
		);
		const signingSecret = "a secret for tests alone";
		const storage = createLocalStorage({ ...folder, publicBaseUrl: "", signingSecret });
		expect((await storage.list({ prefix: "" })).objects).toEqual([]);
		await storage.close();
	});

	it("that cannot be written fails at the first put", async () => {
		await using folder = await temporaryFolder("check");
		const report = await checkLocalStorage({ path: `${folder.path}/${"long".repeat(80)}` });
		expect(failed(report)).toEqual(["put"]);
	});
});
