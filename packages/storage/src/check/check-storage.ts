import { systemClock } from "@nuclom/core";
import { createS3Storage, type S3StorageConfig } from "../s3/create-s3-storage.ts";
import { serveLocal } from "./local-subject.ts";
import { objectSteps } from "./object-steps.ts";
import { type CheckStep, type RunOptions, runSteps, type Step } from "./steps.ts";
import { answerSteps, cleanUpStep, deleteStep, privateStep } from "./store-steps.ts";
import { type BareUrl, createWritten, type Subject } from "./subject.ts";
import { abortStep, uploadSteps } from "./upload-steps.ts";

export interface CheckReport {
	readonly steps: readonly CheckStep[];
	/** Every step went well; false also for a check that was ended early. */
	readonly isOk: boolean;
}

export type CheckOptions = RunOptions;

async function check(subject: Subject, options: RunOptions): Promise<CheckReport> {
	const written = createWritten();
	const steps: Step[] = [
		...answerSteps(subject),
		...objectSteps(subject, written),
		...uploadSteps(subject, written),
		abortStep(subject, written),
		privateStep(subject, written),
		deleteStep(subject, written),
	];
	const done = await runSteps(steps, options);
	const put = done.find(({ name }) => name === "put");
	const isEnded = options.signal?.aborted === true;
	const { signal: _, onStep, ...limits } = options;
	// A put that failed may have left something all the same; that it cannot be removed either is no news.
	const isNews = put?.status === "ok" || isEnded;
	const isTried = isEnded || put?.status !== "skipped";
	const cleaning = isNews && onStep ? { ...limits, onStep } : limits;
	const last = isTried ? await runSteps([cleanUpStep(subject, written)], cleaning) : [];
	const all = isNews ? [...done, ...last] : done;
	return { steps: all, isOk: !isEnded && all.every(({ status }) => status === "ok") };
}

const closeBucket =
	"Take public reading off the bucket: on R2 its r2.dev address, elsewhere its policy and ACL.";
const closeCdn =
	"CLOUDFLARE_R2_PUBLIC_URL shows the whole bucket to everybody. Take the custom domain off this bucket, or let a rule or a Worker there pass public objects alone.";

function bareUrls(config: S3CheckConfig, key: string): BareUrl[] {
	const bucket = `${config.endpoint.replace(/\/$/, "")}/${config.bucket}`;
	const cdn = config.publicBaseUrl?.replace(/\/$/, "");
	return [
		{ url: `${bucket}/${key}`, hint: closeBucket },
		{ url: `${bucket}?list-type=2`, hint: closeBucket },
		...(cdn ? [{ url: `${cdn}/${key}`, hint: closeCdn }] : []),
	];
}

export interface S3CheckConfig extends S3StorageConfig {
	/** Origins of the app's pages; at least one. */
	readonly origins: readonly string[];
	/** The CDN's address of public objects: what is private must not be there. */
	readonly publicBaseUrl?: string | undefined;
}

/**
 * Proves a bucket from end to end, as server and browser use it, under keys of its own that it removes.
 * Never throws for what the store does: each step says what it found and the setting to change.
 */
export async function checkS3Storage(
	config: S3CheckConfig,
	options: CheckOptions = {},
): Promise<CheckReport> {
	const storage = createS3Storage(config);
	const { clock = systemClock, origins, endpoint } = config;
	try {
		const bare = (key: string) => bareUrls(config, key);
		return await check({ storage, clock, origins, endpoint, bareUrls: bare }, options);
	} finally {
		await storage.close();
	}
}

/**
 * Proves a folder in the same way. Its addresses are answered by a server of its own, as the app would answer them;
 * there the browser has one origin, so CORS does not apply.
 */
export async function checkLocalStorage(
	config: { readonly path: string },
	options: CheckOptions = {},
): Promise<CheckReport> {
	await using local = await serveLocal(config.path);
	const { storage, origin } = local;
	const hint = "Serve /storage by the app alone, and its folder by no web server.";
	const bare = (key: string) => [{ url: `${origin}/storage/${key}`, hint }];
	const subject = { storage, clock: systemClock, origins: [], endpoint: undefined };
	return await check({ ...subject, bareUrls: bare }, options);
}
