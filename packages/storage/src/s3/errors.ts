import { AppError, type ErrorCode } from "@nuclom/core";

/** What can be read from whatever the SDK throws. */
interface Facts {
	readonly name: string;
	readonly status: number | undefined;
	readonly systemCode: string;
}

interface SdkError {
	readonly name?: string;
	readonly Code?: string;
	readonly code?: string;
	readonly errors?: readonly SdkError[];
	readonly $metadata?: { readonly httpStatusCode?: number };
}

/** Names and statuses: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
function factsOf(error: unknown): Facts {
	const given = (error ?? {}) as SdkError;
	return {
		name: given.Code ?? given.name ?? "",
		status: given.$metadata?.httpStatusCode,
		// A host with several addresses fails with one error for each.
		systemCode: given.code ?? given.errors?.[0]?.code ?? "",
	};
}

export function isNamed(error: unknown, ...names: string[]): boolean {
	return names.includes(factsOf(error).name);
}

export function isNotFound(error: unknown): boolean {
	return isNamed(error, "NotFound", "NoSuchKey", "404");
}

interface Answer {
	readonly code: ErrorCode;
	readonly message: string;
	readonly hint: string;
}

const misconfigured = (message: string, hint: string): Answer => ({
	code: "STORAGE_MISCONFIGURED",
	message,
	hint,
});

const wrongBucket = misconfigured(
	"The bucket does not exist.",
	"Create it, or set CLOUDFLARE_R2_BUCKET to the one that does.",
);
const wrongKey = misconfigured(
	"The storage does not know this access key.",
	"Set CLOUDFLARE_R2_ACCESS_KEY to the id of a valid access key.",
);
const wrongSecret = misconfigured(
	"The storage does not accept our signature.",
	"Set CLOUDFLARE_R2_SECRET_KEY to the secret that belongs to CLOUDFLARE_R2_ACCESS_KEY.",
);
const wrongRegion = misconfigured(
	"The bucket is in another region.",
	"Set STORAGE_REGION to the bucket's region (auto for R2), and CLOUDFLARE_R2_ENDPOINT to that region's address.",
);
const wrongClock = misconfigured(
	"This machine's clock differs too much from the storage's.",
	"Set the clock, by NTP for instance; S3 allows 15 minutes.",
);
const notAllowed = misconfigured(
	"The storage refuses access.",
	"Give the key in CLOUDFLARE_R2_ACCESS_KEY the right to read and write the bucket in CLOUDFLARE_R2_BUCKET.",
);
/** All that a refusal without words allows to say; HEAD has none. */
const refused = misconfigured(
	"The storage refuses access.",
	"Check CLOUDFLARE_R2_ACCESS_KEY, CLOUDFLARE_R2_SECRET_KEY, and that this key may read and write the bucket.",
);
const wrongEndpoint = misconfigured(
	"There is no S3-compatible storage at this address.",
	"Check CLOUDFLARE_R2_ENDPOINT: its scheme, host, port and certificate.",
);
const full: Answer = {
	code: "STORAGE_FULL",
	message: "The storage has no room left.",
	hint: "Raise the bucket's quota, then try again.",
};
const unavailable: Answer = {
	code: "STORAGE_UNAVAILABLE",
	message: "The storage does not answer.",
	hint: "Try again. If it stays, check CLOUDFLARE_R2_ENDPOINT, the network and the provider's status page.",
};

const byName: Readonly<Record<string, Answer>> = {
	NoSuchBucket: wrongBucket,
	InvalidBucketName: wrongBucket,
	InvalidAccessKeyId: wrongKey,
	// R2 answers so to an access key that it does not know.
	Unauthorized: wrongKey,
	SignatureDoesNotMatch: wrongSecret,
	AuthorizationHeaderMalformed: wrongRegion,
	PermanentRedirect: wrongRegion,
	TemporaryRedirect: wrongRegion,
	InvalidRegionName: wrongRegion,
	IllegalLocationConstraintException: wrongRegion,
	RequestTimeTooSkewed: wrongClock,
	RequestExpired: wrongClock,
	AccessDenied: notAllowed,
	AllAccessDisabled: notAllowed,
	QuotaExceeded: full,
	InsufficientStorage: full,
	SlowDown: unavailable,
	TimeoutError: unavailable,
};

const byStatus: Readonly<Record<number, Answer>> = {
	301: wrongRegion,
	401: wrongKey,
	403: refused,
	429: unavailable,
	507: full,
};

/** A connection that is not made, or breaks. */
const network =
	/^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_|EHOST|ENET|EADDRNOTAVAIL|ERR_STREAM_PREMATURE_CLOSE)/;
/** A certificate or a protocol that does not fit, as Node names it. */
const tls = /^(ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|EPROTO$|HPE_)/;

function answerFor({ name, status, systemCode }: Facts): Answer | undefined {
	const known = Object.hasOwn(byName, name) ? byName[name] : undefined;
	if (known) return known;
	if (tls.test(systemCode)) return wrongEndpoint;
	if (network.test(systemCode)) return unavailable;
	if (status === undefined) return undefined;
	return byStatus[status] ?? (status >= 500 ? unavailable : wrongEndpoint);
}

/** Turns what the SDK throws into what an operator can act on; defects and aborts pass. */
export function s3Error(error: unknown): unknown {
	if (AppError.isInstance(error) || isNamed(error, "AbortError")) return error;
	const answer = answerFor(factsOf(error));
	if (!answer) return error;
	const { name, status } = factsOf(error);
	const data = { storageError: name, storageStatus: status ?? null };
	return new AppError(answer.code, answer.message, { hint: answer.hint, data, cause: error });
}

/** Runs what asks the store. */
export async function onS3<T>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw s3Error(error);
	}
}
