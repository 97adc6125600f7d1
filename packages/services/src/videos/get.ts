import type { z } from "zod";
import { requireAccess } from "../shared/access.ts";
import type { Call } from "../shared/context.ts";
import { parse } from "../shared/parse.ts";
import { presentVideo } from "./present.ts";
import { readVideo } from "./read.ts";
import { type Video, videoInputSchema } from "./schemas.ts";

/** @throws {AppError} ORGANIZATION_NOT_FOUND, VIDEO_NOT_FOUND */
export async function getVideo({
	ctx,
	input,
}: Call<z.input<typeof videoInputSchema>>): Promise<Video> {
	const { organizationId, videoId } = parse(videoInputSchema, input);
	const access = await requireAccess(ctx, organizationId, "videos.read");
	const row = await readVideo(ctx.deps.database.drizzle, organizationId, videoId);
	return presentVideo(ctx.deps, access, row);
}
