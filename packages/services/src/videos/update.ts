import { AppError } from "@nuclom/core";
import { videos } from "@nuclom/db/schema";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { publish } from "../events/publish.ts";
import { requireAccess } from "../shared/access.ts";
import { audit } from "../shared/audit.ts";
import type { Call } from "../shared/context.ts";
import { parse } from "../shared/parse.ts";
import { canEditVideo, presentVideo } from "./present.ts";
import { readVideo } from "./read.ts";
import { updateVideoSchema, type Video } from "./schemas.ts";

/** What an insider hears who may look but not touch. */
export function videoForbidden(): AppError {
	return new AppError("FORBIDDEN", "Only the person who uploaded this video can change it.", {
		hint: "An owner or an admin can, too.",
	});
}

/**
 * Changes title or description.
 * @throws {AppError} VIDEO_NOT_FOUND, FORBIDDEN, INPUT_INVALID
 */
export async function updateVideo({
	ctx,
	input,
}: Call<z.input<typeof updateVideoSchema>>): Promise<Video> {
	const { organizationId, videoId, ...changes } = parse(updateVideoSchema, input);
	const access = await requireAccess(ctx, organizationId, "videos.read");
	const row = await ctx.deps.database.transaction(async (tx) => {
		const before = await readVideo(tx, organizationId, videoId);
		if (!canEditVideo(access, before)) throw videoForbidden();
		const updatedAt = ctx.deps.clock.now();
		await tx
			.update(videos)
			.set({ ...changes, updatedAt })
			.where(eq(videos.id, videoId));
		const entity = { organizationId, entityType: "video", entityId: videoId };
		const data = { changed: Object.keys(changes) };
		await audit(tx, ctx, { ...entity, action: "videos.update", data });
		await publish(tx, { type: "video.updated", organizationId, id: videoId });
		return readVideo(tx, organizationId, videoId);
	});
	return presentVideo(ctx.deps, access, row);
}
