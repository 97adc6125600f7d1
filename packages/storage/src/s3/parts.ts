import type { S3Client } from "@aws-sdk/client-s3";
import type { Clock, Logger } from "@nuclom/core";

/** What every operation of the S3 driver needs. */
export interface S3Parts {
	readonly client: S3Client;
	readonly bucket: string;
	readonly clock: Clock;
	readonly logger: Logger;
}
