import type { z } from "zod";
import { type Access, requireAccess } from "../shared/access.ts";
import type { Call, ServiceDeps } from "../shared/context.ts";
import { assertCursor } from "../shared/cursor.ts";
import { parse } from "../shared/parse.ts";
import { presentPerson } from "../shared/person.ts";
import { canEditVideo, posterUrl } from "../videos/present.ts";
import { purgedAfter } from "./lifetime.ts";
import { readTrashPage, type TrashRow } from "./read.ts";
import { listTrashSchema, type TrashedVideo, type trashPageSchema } from "./schemas.ts";

/**
 * Videos in the trash, newest first.
 * @throws {AppError} ORGANIZATION_NOT_FOUND, INPUT_INVALID
 */
export async function listTrash({
	ctx,
	input,
}: Call<z.input<typeof listTrashSchema>>): Promise<z.infer<typeof trashPageSchema>> {
	const { organizationId, cursor, limit } = parse(listTrashSchema, input);
	const access = await requireAccess(ctx, organizationId, "videos.read");
	assertCursor(cursor);
	const page = { organizationId, before: cursor, limit };
	const rows = await readTrashPage(ctx.deps.database.drizzle, page);
	const shown = rows.slice(0, limit);
	return {
		items: await Promise.all(shown.map((row) => present(ctx.deps, access, row))),
		nextCursor: rows.length > limit ? (shown.at(-1)?.video.id ?? null) : null,
	};
}

async function present(deps: ServiceDeps, access: Access, row: TrashRow): Promise<TrashedVideo> {
	const { video, durationMs, sizeBytes } = row;
	const deletedAt = video.deletedAt ?? video.updatedAt;
	return {
		...{ id: video.id, organizationId: video.organizationId, title: video.title },
		...{ durationMs, sizeBytes },
		posterUrl: await posterUrl(deps, row.posterKey),
		deletedAt: deletedAt.toISOString(),
		deletedBy: presentPerson(row.deletedBy),
		purgedAfter: purgedAfter(deletedAt).toISOString(),
		canEdit: canEditVideo(access, row),
	};
}
