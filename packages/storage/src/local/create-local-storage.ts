import { resolve } from "node:path";
import { AppError, type Clock, type Logger, silentLogger, systemClock } from "@nuclom/core";
import { onStoreDisk } from "../disk/errors.ts";
import { createHasher } from "../disk/hasher.ts";
import { download } from "../download.ts";
import { createKeyedLock } from "../keyed-lock.ts";
import { assertKey } from "../keys.ts";
import { exactLifetime, stableLifetime } from "../lifetime.ts";
import { assertPart, largestPartBytes, partHeaders } from "../plan-parts.ts";
import { probe } from "../probe.ts";
import { assertMediaType } from "../properties.ts";
import type { ObjectStorage } from "../types.ts";
import { createLayout } from "./layout.ts";
import { createList } from "./list.ts";
import { createMultipart } from "./multipart/multipart.ts";
import { type ReceivedPart, receivePart } from "./multipart/receive-part.ts";
import { createObjects } from "./objects.ts";
import { createOpenObjects, type OpenObject } from "./open-objects.ts";
import type { LocalParts } from "./parts.ts";
import { createSigner, type PartGrant, type ReadGrant } from "./sign.ts";

export interface LocalStorageConfig {
	/** The store's folder; made at the first write. */
	readonly path: string;
	/** The app's address, such as `https://nuclom.example.com`; "" makes addresses relative to the page's own origin. */
	readonly publicBaseUrl: string | (() => string);
	/** Where `createStorageHttpHandler` is mounted. Default `/storage`. */
	readonly pathPrefix?: string;
	/** At least 16 characters; whoever knows it can read and write everything. */
	readonly signingSecret: string;
	readonly clock?: Clock;
	readonly logger?: Logger;
	/**
	 * Where the nginx in front has `<path>/objects/` as an internal location, such as `/protected`: signatures are
	 * checked here, and nginx sends the bytes. See the README for that location.
	 */
	readonly accelRedirect?: string | undefined;
	/** Default and maximum 5 GiB. */
	readonly maxBytesPerPart?: number;
}

/** What the HTTP handler asks of the local driver. */
export interface LocalServing {
	readonly clock: Clock;
	readonly logger: Logger;
	readonly accelRedirect?: string | undefined;
	/** @throws {AppError} STORAGE_SIGNATURE_INVALID, STORAGE_URL_EXPIRED */
	partGrant(key: string, query: string): PartGrant;
	/** @throws {AppError} STORAGE_SIGNATURE_INVALID, STORAGE_URL_EXPIRED */
	readGrant(key: string, query: string): ReadGrant;
	/** Gives the part's MD5 in hex. */
	receivePart(part: ReceivedPart): Promise<string>;
	/** Null when there is no such object. */
	open(key: string): Promise<OpenObject | null>;
}

export interface LocalStorage extends ObjectStorage {
	readonly provider: "local";
	readonly serving: LocalServing;
}

function assertSecret(secret: string): void {
	if (secret.length >= 16) return;
	throw new AppError(
		"STORAGE_MISCONFIGURED",
		"The secret that signs storage addresses is too short.",
		{
			hint: "Give it at least 16 characters.",
		},
	);
}

function createParts({ path, clock = systemClock }: LocalStorageConfig): LocalParts {
	const layout = createLayout(resolve(path));
	const opened = createOpenObjects(layout);
	return { layout, lock: createKeyedLock(), hasher: createHasher(), opened, clock };
}

function createSigning(
	config: LocalStorageConfig,
	{ clock }: LocalParts,
): Pick<ObjectStorage, "signPart" | "signGet"> & Pick<LocalServing, "partGrant" | "readGrant"> {
	const { publicBaseUrl, pathPrefix = "/storage", maxBytesPerPart = largestPartBytes } = config;
	const signer = createSigner(config.signingSecret);
	const now = () => clock.now().getTime();
	const base = () => (typeof publicBaseUrl === "string" ? publicBaseUrl : publicBaseUrl());
	const address = (key: string, query: string) =>
		`${base().replace(/\/+$/, "")}${pathPrefix}/${key}?${query}`;
	return {
		async signPart({ expiresInMs, ...part }) {
			assertKey(part.key);
			assertPart(part.partNumber, part.sizeBytes, Math.min(maxBytesPerPart, largestPartBytes));
			const { expiresAtMs } = exactLifetime(now(), expiresInMs);
			const url = address(part.key, signer.partQuery({ ...part, expiresAtMs }));
			return { url, headers: partHeaders(part.contentMd5), expiresAt: new Date(expiresAtMs) };
		},
		async signGet(key, { expiresInMs, ...options }) {
			assertKey(key);
			if (options.contentType !== undefined) assertMediaType(options.contentType);
			const { expiresAtMs } = stableLifetime(now(), expiresInMs);
			const url = address(key, signer.readQuery({ key, ...options, expiresAtMs }));
			return { url, expiresAt: new Date(expiresAtMs) };
		},
		partGrant: (key, query) => signer.readPartGrant(key, query, now()),
		readGrant: (key, query) => signer.readReadGrant(key, query, now()),
	};
}

/**
 * Objects on the local disk. Multipart uploads go the way they go with S3, to signed addresses that
 * `createStorageHttpHandler` answers. Touches nothing before it is used.
 * @throws {AppError} STORAGE_MISCONFIGURED for a short secret
 */
export function createLocalStorage(config: LocalStorageConfig): LocalStorage {
	assertSecret(config.signingSecret);
	const parts = createParts(config);
	const { layout, hasher, opened, clock } = parts;
	const { partGrant, readGrant, ...signing } = createSigning(config, parts);
	const objects = createObjects(parts);
	const list = createList(layout);
	return {
		provider: "local",
		...objects,
		...createMultipart(parts),
		...signing,
		list: (options) => onStoreDisk(() => list(options)),
		download: (key, filePath, options) => download(objects, key, filePath, options),
		check: () => probe(objects),
		async close() {
			await Promise.all([opened.close(), hasher.close()]);
		},
		serving: {
			clock,
			accelRedirect: config.accelRedirect,
			logger: config.logger ?? silentLogger,
			partGrant,
			readGrant,
			receivePart: (part) => onStoreDisk(() => receivePart(parts, part)),
			open: (key) => onStoreDisk(() => opened.acquire(key)),
		},
	};
}
