import type { Transaction } from "@nuclom/db";
import { videos } from "@nuclom/db/schema";
import { and, eq, lt } from "drizzle-orm";
import type { z } from "zod";
import { publish } from "../events/publish.ts";
import { requireAccess } from "../shared/access.ts";
import { audit } from "../shared/audit.ts";
import type { Call, Context } from "../shared/context.ts";
import { parse } from "../shared/parse.ts";
import { videoInputSchema } from "../videos/schemas.ts";
import { trashMs } from "./lifetime.ts";
import { lockTrashed } from "./read.ts";
import type { purgedVideoSchema } from "./schemas.ts";

interface Purged {
	readonly organizationId: string;
	readonly videoId: string;
}

/** The rows go now; triggers write down what is left in the store, and the hourly job removes that. */
async function purge(tx: Transaction, ctx: Context, { organizationId, videoId }: Purged) {
	await tx.delete(videos).where(eq(videos.id, videoId));
	const entity = { organizationId, entityType: "video", entityId: videoId };
	await audit(tx, ctx, { ...entity, action: "videos.purge" });
	await publish(tx, { type: "video.deleted", organizationId, id: videoId });
}

/**
 * Deletes a video in the trash for ever, with everything that was said about it.
 * @throws {AppError} VIDEO_NOT_FOUND, FORBIDDEN
 */
export async function purgeVideo({
	ctx,
	input,
}: Call<z.input<typeof videoInputSchema>>): Promise<z.infer<typeof purgedVideoSchema>> {
	const ref = parse(videoInputSchema, input);
	const access = await requireAccess(ctx, ref.organizationId, "videos.read");
	await ctx.deps.database.transaction(async (tx) => {
		await lockTrashed(tx, access, ref.videoId);
		await purge(tx, ctx, ref);
	});
	return { videoId: ref.videoId };
}

/** At most this many in one go, each in a transaction of its own. */
const batchSize = 100;

/** Deletes for ever what has been in the trash for longer than it can be restored. */
export async function purgeExpired(ctx: Context, signal: AbortSignal): Promise<number> {
	const { clock, database } = ctx.deps;
	const isExpired = lt(videos.deletedAt, new Date(clock.now().getTime() - trashMs));
	const expired = await database.drizzle
		.select({ organizationId: videos.organizationId, videoId: videos.id })
		.from(videos)
		.where(isExpired)
		.orderBy(videos.deletedAt)
		.limit(batchSize);
	for (const ref of expired) {
		if (signal.aborted) break;
		await database.transaction(async (tx) => {
			// Restored a moment ago?
			const [row] = await tx
				.select({ id: videos.id })
				.from(videos)
				.where(and(eq(videos.id, ref.videoId), isExpired))
				.for("update");
			if (row) await purge(tx, ctx, ref);
		});
	}
	return expired.length;
}
