import { GetObjectCommand, UploadPartCommand } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { contentDisposition } from "../content-disposition.ts";
import { assertKey } from "../keys.ts";
import { exactLifetime, type Lifetime, stableLifetime } from "../lifetime.ts";
import { assertPart, largestPartBytes, partHeaders } from "../plan-parts.ts";
import { assertMediaType } from "../properties.ts";
import type { SignedPart, SignGetOptions, SignPartOptions } from "../types.ts";
import type { S3Parts } from "./parts.ts";

const timesOf = ({ signedAtMs, expiresAtMs }: Lifetime) => ({
	signingDate: new Date(signedAtMs),
	expiresIn: (expiresAtMs - signedAtMs) / 1000,
});

/**
 * Signs the part's length too, so that the store takes no other. The type of the content is left unsigned: a browser
 * adds one of its own, and a strict store refuses a header that is signed otherwise.
 */
export async function signPart(
	{ client, bucket, clock }: S3Parts,
	{ key, storageUploadId, partNumber, sizeBytes, contentMd5, expiresInMs }: SignPartOptions,
): Promise<SignedPart> {
	assertKey(key);
	assertPart(partNumber, sizeBytes, largestPartBytes);
	const lifetime = exactLifetime(clock.now().getTime(), expiresInMs);
	const command = new UploadPartCommand({
		...{ Bucket: bucket, Key: key, UploadId: storageUploadId },
		...{ PartNumber: partNumber, ContentLength: sizeBytes },
		...(contentMd5 === undefined ? {} : { ContentMD5: contentMd5 }),
	});
	const url = await getSignedUrl(client, command, timesOf(lifetime));
	return { url, headers: partHeaders(contentMd5), expiresAt: new Date(lifetime.expiresAtMs) };
}

export async function signGet(
	{ client, bucket, clock }: S3Parts,
	key: string,
	options: SignGetOptions,
): Promise<{ url: string; expiresAt: Date }> {
	assertKey(key);
	const { contentType } = options;
	if (contentType !== undefined) assertMediaType(contentType);
	const lifetime = stableLifetime(clock.now().getTime(), options.expiresInMs);
	const disposition = contentDisposition(options);
	const command = new GetObjectCommand({
		...{ Bucket: bucket, Key: key },
		...(contentType === undefined ? {} : { ResponseContentType: contentType }),
		...(disposition === undefined ? {} : { ResponseContentDisposition: disposition }),
	});
	const url = await getSignedUrl(client, command, timesOf(lifetime));
	return { url, expiresAt: new Date(lifetime.expiresAtMs) };
}
