import { S3Client } from "@aws-sdk/client-s3";
import type { Logger } from "@nuclom/core";

/** A connection that says nothing for so long is given up; S3 sends blanks while it works on a long request. */
const silenceMs = 60_000;

export interface S3Connection {
	readonly endpoint: string;
	readonly region?: string;
	readonly bucket: string;
	readonly accessKeyId: string;
	readonly secretAccessKey: string;
	readonly forcePathStyle?: boolean;
}

/** What the SDK remarks is thrown as well, so it is for debugging alone. Without a logger it writes to the console. */
function sdkLogger(logger: Logger) {
	const remark = (...content: unknown[]) => logger.debug({ content }, "The S3 client remarks");
	return { trace: remark, debug: () => {}, info: () => {}, warn: remark, error: remark };
}

/**
 * The SDK's client with what R2, Ceph and S3 all take. Without WHEN_REQUIRED the SDK adds a CRC32 to every request
 * and bakes that of an empty body into presigned addresses, which R2 then checks.
 * Buckets in the path are the default: one origin for every address, known from the endpoint alone.
 */
export function createClient(connection: S3Connection, logger: Logger): S3Client {
	const { endpoint, region = "auto", accessKeyId, secretAccessKey } = connection;
	const agent = { keepAlive: true, maxSockets: 64 };
	return new S3Client({
		endpoint,
		region,
		credentials: { accessKeyId, secretAccessKey },
		forcePathStyle: connection.forcePathStyle ?? true,
		requestChecksumCalculation: "WHEN_REQUIRED",
		responseChecksumValidation: "WHEN_REQUIRED",
		logger: sdkLogger(logger),
		retryMode: "standard",
		maxAttempts: 3,
		requestHandler: {
			connectionTimeout: 5_000,
			socketTimeout: silenceMs,
			httpAgent: agent,
			httpsAgent: agent,
		},
	});
}
