import { createHash } from "node:crypto";
import {
	type CORSRule,
	GetBucketCorsCommand,
	GetBucketLifecycleConfigurationCommand,
	type LifecycleRule,
	PutBucketCorsCommand,
	PutBucketLifecycleConfigurationCommand,
	type S3Client,
} from "@aws-sdk/client-s3";
import { AppError } from "@nuclom/core";
import { isNamed, s3Error } from "../s3/errors.ts";
import { inNewForm } from "./lifecycle-rules.ts";

/** What reading and writing rules needs. */
export interface RulesOf {
	readonly client: S3Client;
	readonly bucket: string;
}

interface HttpRequest {
	readonly headers: Record<string, string>;
	readonly body?: unknown;
}

/**
 * These requests must carry a checksum. The SDK's CRC32 is not known to every store (R2 answered 501 to it:
 * https://github.com/cloudflare/cloudflare-docs/pull/19236); the MD5 that S3 asked for at first is.
 */
export function sendMd5(client: S3Client): void {
	client.middlewareStack.add(
		(next) => (args) => {
			const { headers, body } = args.request as HttpRequest;
			if (typeof body === "string") {
				const added = Object.keys(headers).filter((name) => /^x-amz-(sdk-)?checksum/.test(name));
				for (const name of added) delete headers[name];
				headers["content-md5"] = createHash("md5").update(body).digest("base64");
			}
			return next(args);
		},
		{ step: "build", priority: "low", name: "nuclomContentMd5" },
	);
}

type Kind = "CORS" | "lifecycle";

/** The names of the rights, https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
const rights = {
	CORS: { read: "s3:GetBucketCORS", write: "s3:PutBucketCORS" },
	lifecycle: { read: "s3:GetLifecycleConfiguration", write: "s3:PutLifecycleConfiguration" },
} as const;

function explain(error: unknown, kind: Kind, verb: "read" | "write"): unknown {
	if (isNamed(error, "AccessDenied", "AllAccessDisabled")) {
		const right = rights[kind][verb];
		return new AppError("STORAGE_MISCONFIGURED", `The key may not ${verb} the ${kind} rules.`, {
			hint: `Give the key in CLOUDFLARE_R2_ACCESS_KEY the right ${right} for this bucket. On R2 that is an API token with "Admin Read & Write"; run this command with it, and the app with one that reads and writes objects.`,
			data: { permission: right },
			cause: error,
		});
	}
	if (isNamed(error, "NotImplemented")) {
		return new AppError("STORAGE_MISCONFIGURED", `This storage has no ${kind} rules.`, {
			hint: "Set them where its provider offers it, or choose a storage that has them.",
			cause: error,
		});
	}
	return s3Error(error);
}

async function ask<T>(kind: Kind, verb: "read" | "write", work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw explain(error, kind, verb);
	}
}

/** @throws {AppError} STORAGE_MISCONFIGURED, with the missing right or setting in its hint; STORAGE_UNAVAILABLE */
export function readCors({ client, bucket }: RulesOf): Promise<CORSRule[]> {
	return ask("CORS", "read", async () => {
		try {
			const { CORSRules = [] } = await client.send(new GetBucketCorsCommand({ Bucket: bucket }));
			return CORSRules;
		} catch (error) {
			if (isNamed(error, "NoSuchCORSConfiguration")) return [];
			throw error;
		}
	});
}

/** @throws {AppError} as `readCors` */
export function writeCors({ client, bucket }: RulesOf, rules: readonly CORSRule[]): Promise<void> {
	return ask("CORS", "write", async () => {
		const CORSConfiguration = { CORSRules: [...rules] };
		await client.send(new PutBucketCorsCommand({ Bucket: bucket, CORSConfiguration }));
	});
}

export interface Lifecycle {
	readonly rules: LifecycleRule[];
	/** A setting beside the rules, which S3 forgets unless it is sent again. */
	readonly minimumSize: "all_storage_classes_128K" | "varies_by_storage_class" | undefined;
}

/** @throws {AppError} as `readCors` */
export function readLifecycle({ client, bucket }: RulesOf): Promise<Lifecycle> {
	return ask("lifecycle", "read", async () => {
		try {
			const command = new GetBucketLifecycleConfigurationCommand({ Bucket: bucket });
			const { Rules = [], TransitionDefaultMinimumObjectSize: minimumSize } =
				await client.send(command);
			return { rules: Rules.map(inNewForm), minimumSize };
		} catch (error) {
			if (!isNamed(error, "NoSuchLifecycleConfiguration")) throw error;
			return { rules: [], minimumSize: undefined };
		}
	});
}

/** @throws {AppError} as `readCors` */
export function writeLifecycle(
	{ client, bucket }: RulesOf,
	rules: readonly LifecycleRule[],
	minimumSize: Lifecycle["minimumSize"],
): Promise<void> {
	return ask("lifecycle", "write", async () => {
		await client.send(
			new PutBucketLifecycleConfigurationCommand({
				Bucket: bucket,
				LifecycleConfiguration: { Rules: [...rules] },
				...(minimumSize ? { TransitionDefaultMinimumObjectSize: minimumSize } : {}),
			}),
		);
	});
}
