import { randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { AppError, newId } from "@nuclom/core";
import type { ObjectStorage } from "./types.ts";

/** Keys of probes; a sweep may remove what a crash left there. */
const probePrefix = "nuclom-check/";

/**
 * Writes a tiny object, reads it back and deletes it: less would prove less, since the three are allowed apart.
 * @throws {AppError} what the store says; STORAGE_UNAVAILABLE when it gives back other bytes
 */
export async function probe(storage: Pick<ObjectStorage, "put" | "get" | "delete">): Promise<void> {
	const key = `${probePrefix}${newId()}`;
	const bytes = randomBytes(32);
	await storage.put(key, bytes, {
		sizeBytes: bytes.length,
		contentType: "application/octet-stream",
	});
	try {
		const { stream } = await storage.get(key);
		if (!bytes.equals(await buffer(stream))) {
			throw new AppError(
				"STORAGE_UNAVAILABLE",
				"The storage gave back other bytes than it was given.",
			);
		}
	} finally {
		await storage.delete([key]);
	}
}
