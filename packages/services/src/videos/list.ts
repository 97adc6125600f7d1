import type { z } from "zod";
import { requireAccess } from "../shared/access.ts";
import type { Call } from "../shared/context.ts";
import { assertCursor } from "../shared/cursor.ts";
import { parse } from "../shared/parse.ts";
import { presentSummary } from "./present.ts";
import { readVideoPage } from "./read.ts";
import { listVideosSchema, type videoPageSchema } from "./schemas.ts";

/**
 * Videos of an organization, newest first.
 * @throws {AppError} ORGANIZATION_NOT_FOUND, INPUT_INVALID
 */
export async function listVideos({
	ctx,
	input,
}: Call<z.input<typeof listVideosSchema>>): Promise<z.infer<typeof videoPageSchema>> {
	const { organizationId, cursor, limit } = parse(listVideosSchema, input);
	const access = await requireAccess(ctx, organizationId, "videos.read");
	assertCursor(cursor);
	const { database } = ctx.deps;
	const rows = await readVideoPage(database.drizzle, { organizationId, before: cursor, limit });
	const shown = rows.slice(0, limit);
	return {
		items: await Promise.all(shown.map((row) => presentSummary(ctx.deps, access, row))),
		nextCursor: rows.length > limit ? (shown.at(-1)?.video.id ?? null) : null,
	};
}
