export { cacheControlOf, cacheTtlMs } from "./cdn/cache-control.ts";
export { type Cdn, createNoCdn, type PurgeTarget } from "./cdn/cdn.ts";
export { type CloudflareConfig, createCloudflareCdn } from "./cdn/cloudflare.ts";
export { createCdn } from "./cdn/create-cdn.ts";
export { type CdnSettings, cdnSettings } from "./cdn/env.ts";
export {
	type CheckOptions,
	type CheckReport,
	checkLocalStorage,
	checkS3Storage,
	type S3CheckConfig,
} from "./check/check-storage.ts";
export type { CheckStep } from "./check/steps.ts";
export {
	type StorageEnvironment,
	type StorageSettings,
	storageEnv,
	storageSettings,
} from "./env.ts";
export { createStorageHttpHandler, type StorageHttpHandlerOptions } from "./http/handler.ts";
export {
	type ArtifactKind,
	assertKey,
	isKey,
	type VideoKeys,
	videoKeys,
	videoPrefix,
} from "./keys.ts";
export {
	createLocalStorage,
	type LocalServing,
	type LocalStorage,
	type LocalStorageConfig,
} from "./local/create-local-storage.ts";
export { largestObjectBytes, largestPartNumber, type PartPlan, planParts } from "./plan-parts.ts";
export { remoteFileName } from "./remote/file-name.ts";
export {
	type OpenRemoteOptions,
	openRemote,
	type RemoteFile,
	type RemoteLimits,
} from "./remote/open-remote.ts";
export { parseRemoteUrl } from "./remote/remote-url.ts";
export { createS3Storage, type S3StorageConfig } from "./s3/create-s3-storage.ts";
export {
	createStorageSetup,
	type StorageSetup,
	type StorageSetupConfig,
} from "./setup/create-storage-setup.ts";
export type { DiffLine } from "./setup/diff.ts";
export type { RuleConflict, RulePlan, SetupPlan } from "./setup/plan.ts";
export type {
	ByteRange,
	CreateMultipartOptions,
	ListedObject,
	ObjectBody,
	ObjectHead,
	ObjectProperties,
	ObjectStorage,
	PartRef,
	PutOptions,
	PutPartOptions,
	SignedPart,
	SignGetOptions,
	SignPartOptions,
	StoredPart,
	UploadRef,
} from "./types.ts";
