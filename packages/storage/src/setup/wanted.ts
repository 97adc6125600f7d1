import type { CORSRule, LifecycleRule } from "@aws-sdk/client-s3";

/** Ids of our rules begin so; rules with other ids are somebody else's. */
export const ownPrefix = "nuclom-";

/** As long as an upload lives; R2's own default is the same. */
export const abortAfterDays = 7;

/**
 * What browsers send and read. `content-md5` comes with every part, `content-type` where the browser adds one,
 * `range` with readers that ask for more than simple ranges.
 */
const requestHeaders = ["content-md5", "content-type", "range"] as const;
/** Parts are completed by their ETag, ranges are placed by Content-Range; a page sees neither unless told. */
const exposedHeaders = ["ETag", "Content-Range"] as const;

/** The one rule that the app's pages need. `origins` are such as `https://nuclom.example.com`. */
export function wantedCors(origins: readonly string[]): CORSRule[] {
	return [
		{
			ID: `${ownPrefix}browser`,
			AllowedOrigins: [...new Set(origins)].toSorted(),
			AllowedMethods: ["GET", "HEAD", "PUT"],
			AllowedHeaders: [...requestHeaders],
			ExposeHeaders: [...exposedHeaders],
			// Browsers stop at 2 hours, Chromium's limit.
			MaxAgeSeconds: 3600,
		},
	];
}

/** Parts of uploads that nobody finished go; objects never expire by themselves, the trash decides about them. */
export function wantedLifecycle(): LifecycleRule[] {
	return [
		{
			ID: `${ownPrefix}abort-unfinished-uploads`,
			Status: "Enabled",
			Filter: { Prefix: "" },
			AbortIncompleteMultipartUpload: { DaysAfterInitiation: abortAfterDays },
		},
	];
}
