import { videos } from "@nuclom/db/schema";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { publish } from "../events/publish.ts";
import { requireAccess } from "../shared/access.ts";
import { audit } from "../shared/audit.ts";
import type { Call } from "../shared/context.ts";
import { parse } from "../shared/parse.ts";
import { presentVideo } from "../videos/present.ts";
import { readVideo } from "../videos/read.ts";
import { type Video, videoInputSchema } from "../videos/schemas.ts";
import { lockTrashed } from "./read.ts";

/**
 * Takes a video out of the trash, as it was.
 * @throws {AppError} VIDEO_NOT_FOUND, FORBIDDEN
 */
export async function restoreVideo({
	ctx,
	input,
}: Call<z.input<typeof videoInputSchema>>): Promise<Video> {
	const { organizationId, videoId } = parse(videoInputSchema, input);
	const access = await requireAccess(ctx, organizationId, "videos.read");
	const row = await ctx.deps.database.transaction(async (tx) => {
		await lockTrashed(tx, access, videoId);
		await tx
			.update(videos)
			.set({ deletedAt: null, deletedById: null, updatedAt: ctx.deps.clock.now() })
			.where(eq(videos.id, videoId));
		const entity = { organizationId, entityType: "video", entityId: videoId };
		await audit(tx, ctx, { ...entity, action: "videos.restore" });
		await publish(tx, { type: "video.created", organizationId, id: videoId });
		return readVideo(tx, organizationId, videoId);
	});
	return presentVideo(ctx.deps, access, row);
}
