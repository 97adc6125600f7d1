import { createHash, randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { newId } from "@nuclom/core";
import { expect } from "vitest";
import type { ObjectStorage, PartRef, UploadRef } from "../../src/index.ts";

export type Storage = () => ObjectStorage;

export const mebibyte = 1024 * 1024;
export const text = { contentType: "text/plain" };
export const video = { contentType: "video/mp4" };

/** A key of its own for each test. */
export const newKey = (name = "object.bin") => `contract/${newId()}/${name}`;

export const md5 = (bytes: Uint8Array) => createHash("md5").update(bytes).digest("hex");
export const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

export async function putText(storage: ObjectStorage, key: string, content: string) {
	const bytes = Buffer.from(content);
	return storage.put(key, bytes, { ...text, sizeBytes: bytes.length });
}

export async function read(storage: ObjectStorage, key: string): Promise<Buffer> {
	return buffer((await storage.get(key)).stream);
}

export async function readText(storage: ObjectStorage, key: string): Promise<string> {
	return (await read(storage, key)).toString();
}

/** Expects an AppError of this code. */
export async function refused(work: Promise<unknown>, code: string): Promise<void> {
	await expect(work).rejects.toMatchObject({ name: "AppError", code });
}

export function send(url: string, body: Uint8Array, headers: Record<string, string> = {}) {
	return fetch(url, { method: "PUT", body: body as Uint8Array<ArrayBuffer>, headers });
}

/** Sends a part as a browser does, and gives what completion needs. */
export async function sendPart(
	storage: ObjectStorage,
	upload: UploadRef,
	partNumber: number,
	bytes: Uint8Array,
): Promise<PartRef> {
	const part = { ...upload, partNumber, sizeBytes: bytes.length, expiresInMs: 60_000 };
	const { url, headers } = await storage.signPart(part);
	const response = await send(url, bytes, { ...headers });
	expect(await response.text()).toBe("");
	expect(response.status).toBe(200);
	return { partNumber, etag: response.headers.get("etag") ?? "" };
}

export async function begin(storage: ObjectStorage, key = newKey("video.mp4")) {
	return { key, ...(await storage.createMultipart(key, video)) };
}

/** Random parts of these sizes in MiB. */
export const makeParts = (...sizes: number[]) => sizes.map((size) => randomBytes(size * mebibyte));
