import { PutBucketCorsCommand, PutBucketPolicyCommand, S3Client } from "@aws-sdk/client-s3";
import type { TestS3 } from "@nuclom/testing";

/** The SDK's client for the tests' S3 server, to arrange a bucket past the product. */
export function plainClient({ endpoint, region, accessKeyId, secretAccessKey }: TestS3): S3Client {
	return new S3Client({
		endpoint,
		region,
		credentials: { accessKeyId, secretAccessKey },
		forcePathStyle: true,
		requestChecksumCalculation: "WHEN_REQUIRED",
	});
}

/** Allows or denies everybody something in a bucket, its owner, too. */
export async function setPolicy(
	client: S3Client,
	bucket: string,
	effect: "Allow" | "Deny",
	action: string,
): Promise<void> {
	const arn = `arn:aws:s3:::${bucket}`;
	const statement = {
		Effect: effect,
		Principal: "*",
		Action: action,
		Resource: [arn, `${arn}/*`],
	};
	const Policy = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
	await client.send(new PutBucketPolicyCommand({ Bucket: bucket, Policy }));
}

/** Gives a bucket one CORS rule for PUT and GET that lacks whatever is not given. */
export async function setCors(
	client: S3Client,
	bucket: string,
	rule: { origin: string; headers?: string[]; exposed?: string[]; methods?: string[] },
): Promise<void> {
	const { origin, headers = [], exposed = [], methods = ["GET", "PUT"] } = rule;
	const CORSRules = [
		{
			AllowedOrigins: [origin],
			AllowedMethods: methods,
			AllowedHeaders: headers,
			ExposeHeaders: exposed,
		},
	];
	const CORSConfiguration = { CORSRules };
	await client.send(new PutBucketCorsCommand({ Bucket: bucket, CORSConfiguration }));
}
