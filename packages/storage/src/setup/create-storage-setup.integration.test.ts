import {
	GetBucketCorsCommand,
	GetBucketLifecycleConfigurationCommand,
	PutBucketLifecycleConfigurationCommand,
	type S3Client,
} from "@aws-sdk/client-s3";
import { newId } from "@nuclom/core";
import { startFaultProxy, startS3, type TestS3, waitFor } from "@nuclom/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plainClient, setCors, setPolicy } from "../../test/bucket-policy.ts";
import { begin, putText, refused } from "../../test/contract/tools.ts";
import { sendError, startStandIn } from "../../test/stand-in.ts";
import {
	createS3Storage,
	createStorageSetup,
	type SetupPlan,
	type StorageSetupConfig,
} from "../index.ts";

const origins = ["https://nuclom.example.com", "http://[::1]:3000"];
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

async function newBucket(): Promise<StorageSetupConfig> {
	const bucket = newId();
	await s3.createBucket(bucket);
	return { ...s3, bucket, origins };
}

async function planFor(config: StorageSetupConfig): Promise<SetupPlan> {
	const setup = createStorageSetup(config);
	try {
		return await setup.plan();
	} finally {
		await setup.close();
	}
}

async function setUp(config: StorageSetupConfig): Promise<SetupPlan> {
	const setup = createStorageSetup(config);
	try {
		const plan = await setup.plan();
		await setup.apply(plan);
		return plan;
	} finally {
		await setup.close();
	}
}

const differs = ({ cors, lifecycle }: SetupPlan) => [cors.isDifferent, lifecycle.isDifferent];

describe("a bucket's rules", () => {
	it("are planned without changing anything, then applied, then wanted no more", async () => {
		const config = await newBucket();
		expect(differs(await planFor(config))).toEqual([true, true]);
		const plan = await setUp(config);
		expect(differs(plan)).toEqual([true, true]);
		expect(differs(await planFor(config))).toEqual([false, false]);
		const { CORSRules } = await client.send(new GetBucketCorsCommand({ Bucket: config.bucket }));
		expect(CORSRules).toMatchObject([{ ID: "nuclom-browser", MaxAgeSeconds: 3600 }]);
	});

	it("follow the app to another origin, and leave the rules of others as they are", async () => {
		const config = await newBucket();
		const Bucket = config.bucket;
		await setCors(client, Bucket, { origin: "https://shop.example" });
		const logs = {
			...{ ID: "logs", Status: "Enabled" as const, Expiration: { Days: 30 } },
			Filter: { And: { Prefix: "logs/", Tags: [{ Key: "a", Value: "b" }] } },
		};
		const LifecycleConfiguration = { Rules: [logs] };
		await client.send(
			new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration }),
		);
		await setUp(config);
		const moved = { ...config, origins: ["https://new.example"] };
		const plan = await setUp(moved);
		expect(differs(plan)).toEqual([true, false]);
		const { CORSRules = [] } = await client.send(new GetBucketCorsCommand({ Bucket }));
		expect(CORSRules.map(({ AllowedOrigins }) => AllowedOrigins)).toEqual([
			["https://new.example"],
			["https://shop.example"],
		]);
		const command = new GetBucketLifecycleConfigurationCommand({ Bucket });
		const { Rules = [] } = await client.send(command);
		expect(Rules.map(({ ID }) => ID).toSorted()).toEqual([
			"logs",
			"nuclom-abort-unfinished-uploads",
		]);
		expect(Rules.find(({ ID }) => ID === "logs")).toMatchObject({
			Expiration: { Days: 30 },
			Filter: { Prefix: "logs/", Tag: { Key: "a", Value: "b" } },
		});
	});

	it("lose one of somebody else that would delete videos, after it was named", async () => {
		const config = await newBucket();
		const Bucket = config.bucket;
		const all = { ID: "all", Status: "Enabled" as const, Filter: { Prefix: "" } };
		const LifecycleConfiguration = { Rules: [{ ...all, Expiration: { Days: 1000 } }] };
		await client.send(
			new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration }),
		);
		const { conflicts } = await setUp(config);
		expect(conflicts).toEqual([{ id: "all", reason: "It deletes videos that nobody deleted." }]);
		expect(await planFor(config)).toMatchObject({
			conflicts: [],
			lifecycle: { before: [{ ID: "nuclom-abort-unfinished-uploads" }] },
		});
	});

	// The tests' S3 server lets a day of a rule pass in two seconds.
	it("give up an unfinished upload after seven days, and expire no object", async () => {
		const config = await newBucket();
		await setUp(config);
		const storage = createS3Storage(config);
		await putText(storage, "videos/kept", "kept");
		const upload = await begin(storage, "videos/unfinished");
		const isGone = () =>
			storage.listParts(upload).then(
				() => false,
				() => true,
			);
		await waitFor(isGone, { timeoutMs: 60_000, what: "the end of the upload" });
		await refused(storage.listParts(upload), "UPLOAD_NOT_FOUND");
		expect(await storage.head("videos/kept")).toMatchObject({ sizeBytes: 4 });
		await storage.close();
	}, 70_000);
});

describe("what stands in the way is named", () => {
	it.each([
		["s3:GetBucketCORS", false],
		["s3:PutBucketCORS", true],
		["s3:GetLifecycleConfiguration", false],
		["s3:PutLifecycleConfiguration", true],
	])("the right %s", async (permission, isPlanned) => {
		const config = await newBucket();
		await setPolicy(client, config.bucket, "Deny", permission);
		if (isPlanned) await planFor(config);
		await expect(setUp(config)).rejects.toMatchObject({
			code: "STORAGE_MISCONFIGURED",
			hint: expect.stringContaining(permission),
			data: { permission },
		});
	});

	it.each([
		["CLOUDFLARE_R2_BUCKET", { bucket: "no-such-bucket" }],
		["CLOUDFLARE_R2_SECRET_KEY", { secretAccessKey: "wrong" }],
		["CLOUDFLARE_R2_ACCESS_KEY", { accessKeyId: "wrong" }],
	])("%s", async (setting, changed) => {
		await expect(planFor({ ...(await newBucket()), ...changed })).rejects.toMatchObject({
			code: "STORAGE_MISCONFIGURED",
			hint: expect.stringContaining(setting),
		});
	});

	// Ceph takes any region and knows both kinds of rules; these are S3's and other stores' documented answers.
	it.each([
		["STORAGE_REGION", 400, "AuthorizationHeaderMalformed"],
		["choose a storage that has them", 501, "NotImplemented"],
	])("%s, when a store answers %d %s", async (hint, status, code) => {
		await using other = await startStandIn((_, response) => sendError(response, status, code));
		await expect(planFor({ ...s3, ...other, bucket: "x", origins })).rejects.toMatchObject({
			code: "STORAGE_MISCONFIGURED",
			hint: expect.stringContaining(hint),
		});
	});

	it("a store that says yes and keeps nothing", async () => {
		await using other = await startStandIn(({ method }, response) => {
			if (method === "PUT") response.end();
			else sendError(response, 404, "NoSuchCORSConfiguration");
		});
		const config = { ...s3, ...other, bucket: "x", origins };
		const setup = createStorageSetup(config);
		const { cors } = await planFor(await newBucket());
		const lifecycle = { before: [], after: [], isDifferent: false, diff: [] };
		await expect(setup.apply({ cors, lifecycle, conflicts: [] })).rejects.toThrow(
			"did not keep the CORS rules",
		);
		await setup.close();
	}, 20_000);

	it("a store that does not answer, and a connection that broke once is no matter", async () => {
		const config = await newBucket();
		await using proxy = await startFaultProxy({ target: s3.endpoint });
		const faulty = { ...config, endpoint: proxy.url };
		await proxy.setFault({ kind: "cut", afterBytes: 1, direction: "down", once: true });
		expect(differs(await setUp(faulty))).toEqual([true, true]);
		await proxy.setFault({ kind: "refuse" });
		await refused(planFor(faulty), "STORAGE_UNAVAILABLE");
	});
});
