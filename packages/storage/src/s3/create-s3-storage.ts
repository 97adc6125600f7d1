import { type Clock, type Logger, silentLogger, systemClock } from "@nuclom/core";
import { download } from "../download.ts";
import { assertKey } from "../keys.ts";
import { probe } from "../probe.ts";
import type { ObjectStorage } from "../types.ts";
import { createClient, type S3Connection } from "./client.ts";
import { copyObject } from "./copy.ts";
import { onS3 } from "./errors.ts";
import { getObject } from "./get.ts";
import { headObject } from "./head.ts";
import { abortUpload, completeUpload, createUpload, listParts } from "./multipart.ts";
import { deleteObjects, listObjects } from "./objects.ts";
import type { S3Parts } from "./parts.ts";
import { putObject } from "./put.ts";
import { putPart } from "./put-part.ts";
import { signGet, signPart } from "./sign.ts";
import { uploadFile } from "./upload-file.ts";

export interface S3StorageConfig extends S3Connection {
	readonly clock?: Clock;
	readonly logger?: Logger;
}

/**
 * Objects in Cloudflare R2, Amazon S3, Ceph or any store that speaks their protocol. Browsers send parts and read
 * objects straight from the store, through presigned addresses. Connects when it is first used.
 */
export function createS3Storage(config: S3StorageConfig): ObjectStorage {
	const { bucket, clock = systemClock, logger = silentLogger } = config;
	const parts: S3Parts = { client: createClient(config, logger), bucket, clock, logger };
	const get: ObjectStorage["get"] = (key, options) => onS3(() => getObject(parts, key, options));
	const put: ObjectStorage["put"] = (key, body, options) =>
		onS3(() => putObject(parts, key, body, options));
	const remove: ObjectStorage["delete"] = (keys) => onS3(() => deleteObjects(parts, keys));
	return {
		provider: "s3",
		get,
		put,
		delete: remove,
		head: (key) =>
			onS3(async () => {
				assertKey(key);
				return headObject(parts, key);
			}),
		download: (key, filePath, options) => download({ get }, key, filePath, options),
		uploadFile: (key, path, options) => onS3(() => uploadFile(parts, key, path, options)),
		copy: (from, to) => onS3(() => copyObject(parts, from, to)),
		list: (options) => onS3(() => listObjects(parts, options)),
		createMultipart: (key, options) => onS3(() => createUpload(parts, key, options)),
		signPart: (options) => onS3(() => signPart(parts, options)),
		putPart: (options) => onS3(() => putPart(parts, options)),
		listParts: (upload) => onS3(() => listParts(parts, upload)),
		completeMultipart: (completion) => onS3(() => completeUpload(parts, completion)),
		abortMultipart: (upload) => onS3(() => abortUpload(parts, upload)),
		signGet: (key, options) => onS3(() => signGet(parts, key, options)),
		check: () => probe({ get, put, delete: remove }),
		async close() {
			parts.client.destroy();
		},
	};
}
