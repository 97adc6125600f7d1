import { videos } from "@nuclom/db/schema";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { publish } from "../events/publish.ts";
import { requireAccess } from "../shared/access.ts";
import { audit } from "../shared/audit.ts";
import type { Call } from "../shared/context.ts";
import { parse } from "../shared/parse.ts";
import { canEditVideo } from "../videos/present.ts";
import { readVideo } from "../videos/read.ts";
import { videoInputSchema } from "../videos/schemas.ts";
import { videoForbidden } from "../videos/update.ts";
import { purgedAfter } from "./lifetime.ts";
import type { deletedVideoSchema } from "./schemas.ts";

/**
 * Moves a video to the trash: nobody finds it any more, and it can be restored for 30 days.
 * @throws {AppError} VIDEO_NOT_FOUND, FORBIDDEN
 */
export async function deleteVideo({
	ctx,
	input,
}: Call<z.input<typeof videoInputSchema>>): Promise<z.infer<typeof deletedVideoSchema>> {
	const { organizationId, videoId } = parse(videoInputSchema, input);
	const access = await requireAccess(ctx, organizationId, "videos.read");
	const deletedAt = ctx.deps.clock.now();
	await ctx.deps.database.transaction(async (tx) => {
		const row = await readVideo(tx, organizationId, videoId);
		if (!canEditVideo(access, row)) throw videoForbidden();
		await tx
			.update(videos)
			.set({ deletedAt, deletedById: access.userId, updatedAt: deletedAt })
			.where(eq(videos.id, videoId));
		const entity = { organizationId, entityType: "video", entityId: videoId };
		await audit(tx, ctx, { ...entity, action: "videos.delete" });
		await publish(tx, { type: "video.deleted", organizationId, id: videoId });
	});
	return { videoId, purgedAfter: purgedAfter(deletedAt).toISOString() };
}
