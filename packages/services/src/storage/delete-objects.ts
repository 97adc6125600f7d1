import type { Transaction } from "@nuclom/db";
import { objectDeletions, videoArtifacts } from "@nuclom/db/schema";
import type { ObjectStorage } from "@nuclom/storage";
import { asc, inArray, lte } from "drizzle-orm";
import type { Context } from "../shared/context.ts";

/** What S3 deletes in one call. */
const batchSize = 1000;

type Deletion = typeof objectDeletions.$inferSelect;

/**
 * Removes from the store what has no row any more, oldest first, once the grace time is over. Objects go before
 * their entries: who dies between the two repeats a deletion, which stores take for done.
 * @returns how many objects and unfinished uploads went
 */
export async function deleteObjects(ctx: Context, signal: AbortSignal): Promise<number> {
	const { clock, database, settings, storage } = ctx.deps;
	const dueBefore = new Date(clock.now().getTime() - settings.deletionGraceMs);
	let deleted = 0;
	for (let count = batchSize; count === batchSize && !signal.aborted; deleted += count) {
		count = await database.transaction(async (tx) => {
			const due = await tx
				.select()
				.from(objectDeletions)
				.where(lte(objectDeletions.createdAt, dueBefore))
				.orderBy(asc(objectDeletions.createdAt), asc(objectDeletions.id))
				.limit(batchSize)
				.for("update", { skipLocked: true });
			if (due.length > 0) await remove(tx, storage, due);
			return due.length;
		});
	}
	return deleted;
}

async function remove(tx: Transaction, storage: ObjectStorage, due: readonly Deletion[]) {
	// Of an unfinished upload, too: its parts may have been joined by a call that died before it said so.
	const keys = due.map(({ key }) => key);
	// A row may name the key again (a restore of the database): then the object stays.
	const named = await tx
		.select({ key: videoArtifacts.key })
		.from(videoArtifacts)
		.where(inArray(videoArtifacts.key, keys));
	const isNamed = new Set(named.map(({ key }) => key));
	for (const { key, storageUploadId } of due) {
		if (storageUploadId) await storage.abortMultipart({ key, storageUploadId });
	}
	await storage.delete(keys.filter((key) => !isNamed.has(key)));
	const ids = due.map(({ id }) => id);
	await tx.delete(objectDeletions).where(inArray(objectDeletions.id, ids));
}
