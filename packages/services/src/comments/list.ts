import type { z } from "zod";
import { requireAccess } from "../shared/access.ts";
import type { Call } from "../shared/context.ts";
import { assertCursor } from "../shared/cursor.ts";
import { parse } from "../shared/parse.ts";
import { readVideo } from "../videos/read.ts";
import { presentComment, readCommentPage } from "./read.ts";
import { type commentPageSchema, listCommentsSchema } from "./schemas.ts";

/**
 * A video's comments, oldest first.
 * @throws {AppError} VIDEO_NOT_FOUND, INPUT_INVALID
 */
export async function listComments({
	ctx,
	input,
}: Call<z.input<typeof listCommentsSchema>>): Promise<z.infer<typeof commentPageSchema>> {
	const { cursor, limit, ...scope } = parse(listCommentsSchema, input);
	const access = await requireAccess(ctx, scope.organizationId, "videos.read");
	assertCursor(cursor);
	const { drizzle } = ctx.deps.database;
	const rows = await readCommentPage(drizzle, scope, { after: cursor, limit });
	// An empty page of a video that is not there must not look like a video without comments.
	if (rows.length === 0) await readVideo(drizzle, scope.organizationId, scope.videoId);
	const shown = rows.slice(0, limit);
	return {
		items: shown.map((row) => presentComment(access, row)),
		nextCursor: rows.length > limit ? (shown.at(-1)?.comment.id ?? null) : null,
	};
}
