import { createHmac, createSecretKey, timingSafeEqual } from "node:crypto";
import { AppError } from "@nuclom/core";
import { LRUCache } from "lru-cache";
import type { SignGetOptions, SignPartOptions } from "../types.ts";

/** A player asks for one address hundreds of times, and checking a signature costs as much as reading 300 kB. */
const mostSeen = 1000;

/** What a signed PUT address allows. */
export interface PartGrant extends Omit<SignPartOptions, "expiresInMs"> {
	readonly expiresAtMs: number;
}

/** What a signed GET address allows. */
export interface ReadGrant extends Omit<SignGetOptions, "expiresInMs"> {
	readonly key: string;
	readonly expiresAtMs: number;
}

/** Fields of a grant in the order in which they are signed; absent ones are "". */
type Fields = ReadonlyArray<readonly [name: string, value: string | number | undefined]>;

const partFields = (grant: PartGrant): Fields => [
	["upload", grant.storageUploadId],
	["part", grant.partNumber],
	["size", grant.sizeBytes],
	["md5", grant.contentMd5],
	["expires", grant.expiresAtMs],
];

const readFields = (grant: ReadGrant): Fields => [
	["disposition", grant.disposition],
	["name", grant.fileName],
	["type", grant.contentType],
	["expires", grant.expiresAtMs],
];

export interface Signer {
	/** The query of an address. */
	partQuery(grant: PartGrant): string;
	readQuery(grant: ReadGrant): string;
	/** @throws {AppError} STORAGE_SIGNATURE_INVALID, STORAGE_URL_EXPIRED */
	readPartGrant(key: string, query: string, nowMs: number): PartGrant;
	/** @throws {AppError} STORAGE_SIGNATURE_INVALID, STORAGE_URL_EXPIRED */
	readReadGrant(key: string, query: string, nowMs: number): ReadGrant;
}

function signatureInvalid(): AppError {
	return new AppError("STORAGE_SIGNATURE_INVALID", "This address was not signed here.", {
		hint: "Use the address as it was given, or ask for a new one.",
	});
}

function urlExpired(): AppError {
	return new AppError("STORAGE_URL_EXPIRED", "This address has expired.", {
		hint: "Ask for a new one; reloading the page does.",
	});
}

function current<T extends { readonly expiresAtMs: number }>(grant: T, nowMs: number): T {
	if (nowMs >= grant.expiresAtMs) throw urlExpired();
	return grant;
}

function toQuery(fields: Fields, signature: string): string {
	const query = new URLSearchParams();
	for (const [name, value] of fields) if (value !== undefined) query.set(name, String(value));
	query.set("signature", signature);
	return query.toString();
}

function disposition(value: string | undefined): ReadGrant["disposition"] {
	return value === "inline" || value === "attachment" ? value : undefined;
}

function parsePart(key: string, query: URLSearchParams): PartGrant {
	const text = (name: string) => query.get(name) ?? "";
	const contentMd5 = query.get("md5");
	return {
		key,
		storageUploadId: text("upload"),
		partNumber: Number(text("part")),
		sizeBytes: Number(text("size")),
		expiresAtMs: Number(text("expires")),
		...(contentMd5 === null ? {} : { contentMd5 }),
	};
}

function parseRead(key: string, query: URLSearchParams): ReadGrant {
	const text = (name: string) => query.get(name) ?? undefined;
	const [kind, fileName, contentType] = [
		disposition(text("disposition")),
		text("name"),
		text("type"),
	];
	return {
		key,
		expiresAtMs: Number(text("expires")),
		...(kind === undefined ? {} : { disposition: kind }),
		...(fileName === undefined ? {} : { fileName }),
		...(contentType === undefined ? {} : { contentType }),
	};
}

/**
 * Signs what an address allows with HMAC-SHA256. The signed text is a JSON array, so that no field can run into the
 * next; the method is one of its fields, so that an address to read is none to write.
 */
export function createSigner(secret: string): Signer {
	const signingKey = createSecretKey(secret, "utf8");
	const seen = new LRUCache<string, ReadGrant>({ max: mostSeen });

	function sign(method: "PUT" | "GET", key: string, fields: Fields): Buffer {
		const values = fields.map(([, value]) => (value === undefined ? "" : String(value)));
		const text = JSON.stringify(["nuclom-storage-1", method, key, ...values]);
		return createHmac("sha256", signingKey).update(text).digest();
	}

	function assertSigned(expected: Buffer, query: URLSearchParams): void {
		const given = Buffer.from(query.get("signature") ?? "", "base64url");
		if (given.length !== expected.length || !timingSafeEqual(given, expected))
			throw signatureInvalid();
	}

	return {
		partQuery(grant) {
			const fields = partFields(grant);
			return toQuery(fields, sign("PUT", grant.key, fields).toString("base64url"));
		},
		readQuery(grant) {
			const fields = readFields(grant);
			return toQuery(fields, sign("GET", grant.key, fields).toString("base64url"));
		},
		readPartGrant(key, query, nowMs) {
			const parsed = new URLSearchParams(query);
			const grant = parsePart(key, parsed);
			assertSigned(sign("PUT", key, partFields(grant)), parsed);
			return current(grant, nowMs);
		},
		readReadGrant(key, query, nowMs) {
			const address = `${key}?${query}`;
			const known = seen.get(address);
			if (known) return current(known, nowMs);
			const parsed = new URLSearchParams(query);
			const grant = parseRead(key, parsed);
			assertSigned(sign("GET", key, readFields(grant)), parsed);
			seen.set(address, grant);
			return current(grant, nowMs);
		},
	};
}
