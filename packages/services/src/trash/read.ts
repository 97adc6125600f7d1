import { AppError } from "@nuclom/core";
import type { Executor } from "@nuclom/db";
import { users, videoArtifacts, videos, videoVersions } from "@nuclom/db/schema";
import { and, desc, eq, isNotNull, lt, sql } from "drizzle-orm";
import type { Access } from "../shared/access.ts";
import { canEditVideo } from "../videos/present.ts";

const sizeBytes = sql<number>`(
	select coalesce(sum(a.size_bytes), 0)::float8 from ${videoArtifacts} a
	join ${videoVersions} v on v.id = a.version_id where v.video_id = ${videos.id})`;

function query(executor: Executor) {
	return executor
		.select({
			video: videos,
			durationMs: videoVersions.durationMs,
			deletedBy: { id: users.id, name: users.name, image: users.image },
			posterKey: videoArtifacts.key,
			sizeBytes,
		})
		.from(videos)
		.leftJoin(videoVersions, eq(videoVersions.id, videos.currentVersionId))
		.leftJoin(users, eq(users.id, videos.deletedById))
		.leftJoin(
			videoArtifacts,
			and(eq(videoArtifacts.versionId, videoVersions.id), eq(videoArtifacts.kind, "poster")),
		);
}
export type TrashRow = Awaited<ReturnType<typeof query>>[number];

/** One page, newest videos first; reads one more than asked. */
export function readTrashPage(
	executor: Executor,
	page: { organizationId: string; before: string | undefined; limit: number },
): Promise<TrashRow[]> {
	return query(executor)
		.where(
			and(
				eq(videos.organizationId, page.organizationId),
				isNotNull(videos.deletedAt),
				page.before ? lt(videos.id, page.before) : undefined,
			),
		)
		.orderBy(desc(videos.id))
		.limit(page.limit + 1);
}

/**
 * A video in the trash, locked for the transaction.
 * @throws {AppError} VIDEO_NOT_FOUND, FORBIDDEN
 */
export async function lockTrashed(executor: Executor, access: Access, videoId: string) {
	const [row] = await executor
		.select()
		.from(videos)
		.where(
			and(
				eq(videos.organizationId, access.organizationId),
				eq(videos.id, videoId),
				isNotNull(videos.deletedAt),
			),
		)
		.for("update");
	if (!row) {
		throw new AppError("VIDEO_NOT_FOUND", "There is no such video in the trash.", {
			hint: "It may have been restored, or deleted for ever.",
		});
	}
	if (canEditVideo(access, { video: row })) return row;
	throw new AppError("FORBIDDEN", "Only the person who uploaded this video can do this.", {
		hint: "An owner or an admin can, too.",
	});
}
