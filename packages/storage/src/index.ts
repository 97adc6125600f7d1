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
export { createS3Storage, type S3StorageConfig } from "./s3/create-s3-storage.ts";
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
	SignedPart,
	SignGetOptions,
	SignPartOptions,
	StoredPart,
	UploadRef,
} from "./types.ts";
