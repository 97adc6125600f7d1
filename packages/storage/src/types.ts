import type { Readable } from "node:stream";

/** What a store knows of an object without its bytes. */
export interface ObjectHead {
	readonly key: string;
	readonly sizeBytes: number;
	/** Without quotes. MD5 in hex for a plain put; `md5-of-md5s-N` after a multipart upload of N parts, as S3 has it. */
	readonly etag: string;
	readonly contentType: string;
	readonly lastModified: Date;
	/** Names in camelCase, as they were given. */
	readonly metadata: Readonly<Record<string, string>>;
	readonly cacheControl?: string;
}

/** Bytes from `start` to `end`, both counted in; without `end` to the last one. */
export interface ByteRange {
	readonly start: number;
	readonly end?: number;
}

export interface ObjectBody extends ObjectHead {
	/** What the stream carries. For an empty object `end` is -1. */
	readonly range: Required<ByteRange>;
	readonly stream: Readable;
}

/** An object as a listing shows it. */
export type ListedObject = Pick<ObjectHead, "key" | "sizeBytes" | "etag" | "lastModified">;

export interface ObjectProperties {
	/** A media type, such as `video/mp4`. */
	readonly contentType: string;
	/** Names in camelCase, values in any script, 2 KB in all (S3's limit). */
	readonly metadata?: Readonly<Record<string, string>>;
	readonly cacheControl?: string;
}

export interface PutOptions extends ObjectProperties {
	/** The body's exact length. */
	readonly sizeBytes: number;
	/** Refuses with STORAGE_OBJECT_EXISTS when the key is taken. */
	readonly ifAbsent?: boolean;
	readonly signal?: AbortSignal;
}

export interface UploadRef {
	readonly key: string;
	readonly storageUploadId: string;
}

export interface CreateMultipartOptions extends ObjectProperties {
	/** Size of every part but the last, when it is known: spares the local driver a guess. */
	readonly partSizeBytes?: number;
}

export interface SignPartOptions extends UploadRef {
	/** From 1 to 10,000. */
	readonly partNumber: number;
	readonly sizeBytes: number;
	/** Base64, as the `Content-MD5` header carries it; the store then refuses other bytes. */
	readonly contentMd5?: string;
	readonly expiresInMs: number;
}

export interface PutPartOptions extends UploadRef {
	/** From 1 to 10,000. */
	readonly partNumber: number;
	/** Given away: they may be freed once they are stored. */
	readonly bytes: Uint8Array;
	readonly signal?: AbortSignal;
}

export interface SignedPart {
	readonly url: string;
	/** To be sent with the PUT, exactly these. */
	readonly headers: Readonly<Record<string, string>>;
	readonly expiresAt: Date;
}

export interface StoredPart {
	readonly partNumber: number;
	readonly sizeBytes: number;
	/** MD5 in hex, without quotes. */
	readonly etag: string;
}

export interface PartRef {
	readonly partNumber: number;
	/** With or without quotes. */
	readonly etag: string;
}

export interface SignGetOptions {
	/** At least this long; at most 7 days (S3's limit). */
	readonly expiresInMs: number;
	readonly disposition?: "inline" | "attachment";
	/** Offered as the file's name; any script. */
	readonly fileName?: string;
	/** Answered instead of the stored type. */
	readonly contentType?: string;
}

/**
 * Objects by key, on a local disk or in an S3-compatible store, behind one contract
 * (`test/storage-contract.ts` runs against every driver).
 *
 * Any method may throw AppError STORAGE_KEY_INVALID, STORAGE_UNAVAILABLE (the same call may succeed
 * later), STORAGE_FULL or STORAGE_MISCONFIGURED (its hint names the setting to change).
 */
export interface ObjectStorage {
	readonly provider: "local" | "s3";
	/** What is stored under a key; null when nothing is. */
	head(key: string): Promise<ObjectHead | null>;
	/** @throws {AppError} STORAGE_OBJECT_NOT_FOUND, STORAGE_RANGE_INVALID when the range begins past the end */
	get(key: string, options?: { range?: ByteRange; signal?: AbortSignal }): Promise<ObjectBody>;
	/**
	 * Stores a whole object; it is visible when complete and never in parts. At most 5 GiB: larger ones go
	 * through `uploadFile` or a multipart upload.
	 * @throws {AppError} UPLOAD_SIZE_MISMATCH when the body is not `sizeBytes` long, STORAGE_OBJECT_EXISTS
	 */
	put(key: string, body: Readable | Uint8Array, options: PutOptions): Promise<ObjectHead>;
	/**
	 * Streams an object into a new or overwritten file; on failure no file is left.
	 * @throws {AppError} STORAGE_OBJECT_NOT_FOUND, PAYLOAD_TOO_LARGE past `maxBytes`, DISK_FULL
	 */
	download(
		key: string,
		filePath: string,
		options?: { signal?: AbortSignal; maxBytes?: number },
	): Promise<{ sizeBytes: number /** In hex. */; sha256: string }>;
	/** Stores a file of any size, in parts when it is large. */
	uploadFile(
		key: string,
		filePath: string,
		options: ObjectProperties & { signal?: AbortSignal },
	): Promise<ObjectHead>;
	/** Copies inside the store. @throws {AppError} STORAGE_OBJECT_NOT_FOUND */
	copy(from: string, to: string): Promise<ObjectHead>;
	/** Absent keys count as deleted. */
	delete(keys: readonly string[]): Promise<void>;
	/** Objects in the order of their keys, at most `limit` (default and maximum 1000) at a time. */
	list(options: {
		prefix: string;
		cursor?: string | null;
		limit?: number;
	}): Promise<{ objects: ListedObject[] /** Null when this was all. */; cursor: string | null }>;
	createMultipart(
		key: string,
		options: CreateMultipartOptions,
	): Promise<{ storageUploadId: string }>;
	/**
	 * An address to PUT one part to. Asks the store nothing, so an unknown upload shows itself at the PUT.
	 * @throws {AppError} UPLOAD_PART_INVALID for a number or size that no store takes
	 */
	signPart(options: SignPartOptions): Promise<SignedPart>;
	/**
	 * Sends one part from here, for what arrives on the server itself; the store is told its MD5.
	 * @throws {AppError} UPLOAD_NOT_FOUND, UPLOAD_PART_INVALID for a number or size that no store takes
	 */
	putPart(options: PutPartOptions): Promise<StoredPart>;
	/** Every part that is wholly there, by number. @throws {AppError} UPLOAD_NOT_FOUND */
	listParts(upload: UploadRef): Promise<StoredPart[]>;
	/**
	 * Joins parts into an object. A second call gives the same head.
	 * @throws {AppError} UPLOAD_NOT_FOUND, UPLOAD_PARTS_MISSING (`data.missing`), UPLOAD_PART_INVALID for parts that
	 * are out of order or (the last one apart) under 5 MiB
	 */
	completeMultipart(upload: UploadRef & { parts: readonly PartRef[] }): Promise<ObjectHead>;
	/** Drops an upload and its parts; one that is unknown or complete is left alone. */
	abortMultipart(upload: UploadRef): Promise<void>;
	/** An address to read an object from, for a while. Equal for calls made within minutes, so that browsers cache it. */
	signGet(key: string, options: SignGetOptions): Promise<{ url: string; expiresAt: Date }>;
	/** Proves that objects can be written, read and deleted, by doing it. */
	check(): Promise<void>;
	close(): Promise<void>;
}
