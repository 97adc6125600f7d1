import { randomBytes } from "node:crypto";
import { temporaryFolder } from "../temporary-folder.ts";
import { type CephCluster, startCeph } from "./ceph-cluster.ts";

export interface TestS3Options {
	/** Created at the start. Default: none. */
	readonly bucket?: string;
	/** Room for objects, in memory. Default 4 GiB, taken only as it is filled. */
	readonly memoryBytes?: number;
}

export interface TestS3 extends AsyncDisposable {
	/** `http://127.0.0.1:port`; buckets are addressed by path (`forcePathStyle`). */
	readonly endpoint: string;
	readonly region: string;
	readonly accessKeyId: string;
	readonly secretAccessKey: string;
	createBucket(name: string): Promise<void>;
	/** Kills the gateway as a crash would: requests are cut or refused. The objects stay. */
	killGateway(): Promise<void>;
	/** Brings the gateway back on the same port. */
	startGateway(): Promise<void>;
	close(): Promise<void>;
}

const region = "us-east-1";

async function createBucket(s3: Omit<S3Access, "region">, name: string): Promise<void> {
	const { endpoint, accessKeyId, secretAccessKey } = s3;
	// Loaded when it is needed: the SDK takes longer to load than most tests run.
	const { CreateBucketCommand, S3Client } = await import("@aws-sdk/client-s3");
	const credentials = { accessKeyId, secretAccessKey };
	const client = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
	try {
		await client.send(new CreateBucketCommand({ Bucket: name }));
	} finally {
		client.destroy();
	}
}

type S3Access = Pick<TestS3, "endpoint" | "region" | "accessKeyId" | "secretAccessKey">;

async function createAccess(cluster: CephCluster): Promise<S3Access> {
	const accessKeyId = randomBytes(10).toString("hex").toUpperCase();
	const secretAccessKey = randomBytes(20).toString("hex");
	await cluster.createUser(accessKeyId, secretAccessKey);
	const endpoint = `http://127.0.0.1:${cluster.gatewayPort}`;
	return { endpoint, region, accessKeyId, secretAccessKey };
}

/**
 * A real S3 server: Ceph's gateway from Debian, on free ports, its objects in memory. It checks signatures and knows
 * multipart, ranges, conditional puts, CORS and lifecycle. Known gaps: a body in aws-chunked form is refused (411),
 * so set `requestChecksumCalculation: "WHEN_REQUIRED"`; CompleteMultipartUpload answers an empty ETag.
 */
export async function startS3(options: TestS3Options = {}): Promise<TestS3> {
	const folder = await temporaryFolder("s3");
	let cluster: CephCluster | undefined;
	const close = async () => {
		await cluster?.stop();
		await folder.close();
	};
	try {
		cluster = await startCeph(folder.path, options.memoryBytes ?? 4 * 1024 ** 3);
		const access = await createAccess(cluster);
		if (options.bucket) await createBucket(access, options.bucket);
		return {
			...access,
			createBucket: (name) => createBucket(access, name),
			killGateway: cluster.killGateway,
			startGateway: cluster.startGateway,
			close,
			[Symbol.asyncDispose]: close,
		};
	} catch (error) {
		await close();
		throw error;
	}
}
