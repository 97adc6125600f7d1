import { AppError } from "@nuclom/core";
import type { Executor } from "@nuclom/db";
import { comments, users, videoArtifacts, videos, videoVersions } from "@nuclom/db/schema";
import { and, desc, eq, isNull, lt, sql } from "drizzle-orm";

/** A video that is not there, or not yours to know of. */
function videoNotFound(): AppError {
	return new AppError("VIDEO_NOT_FOUND", "There is no such video.", {
		hint: "It may have been deleted, or the address is wrong.",
	});
}

const commentCount = sql<number>`(
	select count(*)::int from ${comments} c
	where c.organization_id = ${videos.organizationId} and c.video_id = ${videos.id}
	and c.deleted_at is null)`;

function query(executor: Executor) {
	return executor
		.select({
			video: videos,
			version: videoVersions,
			creator: { id: users.id, name: users.name, image: users.image },
			posterKey: videoArtifacts.key,
			commentCount,
		})
		.from(videos)
		.innerJoin(videoVersions, eq(videoVersions.id, videos.currentVersionId))
		.leftJoin(users, eq(users.id, videos.createdById))
		.leftJoin(
			videoArtifacts,
			and(eq(videoArtifacts.versionId, videoVersions.id), eq(videoArtifacts.kind, "poster")),
		);
}

export type VideoRow = Awaited<ReturnType<typeof query>>[number];

/** @throws {AppError} VIDEO_NOT_FOUND */
export async function readVideo(
	executor: Executor,
	organizationId: string,
	videoId: string,
): Promise<VideoRow> {
	const [row] = await query(executor).where(
		and(
			eq(videos.organizationId, organizationId),
			eq(videos.id, videoId),
			isNull(videos.deletedAt),
		),
	);
	if (!row) throw videoNotFound();
	return row;
}

/** One page, newest first; reads one more than asked to know whether there is a next. */
export function readVideoPage(
	executor: Executor,
	page: { organizationId: string; before: string | undefined; limit: number },
): Promise<VideoRow[]> {
	const { organizationId, before, limit } = page;
	return query(executor)
		.where(
			and(
				eq(videos.organizationId, organizationId),
				isNull(videos.deletedAt),
				before ? lt(videos.id, before) : undefined,
			),
		)
		.orderBy(desc(videos.id))
		.limit(limit + 1);
}

/** The version's object of one kind, if it has been made. */
export async function readArtifact(
	executor: Executor,
	versionId: string,
	kind: (typeof videoArtifacts.kind.enumValues)[number],
) {
	const [row] = await executor
		.select()
		.from(videoArtifacts)
		.where(and(eq(videoArtifacts.versionId, versionId), eq(videoArtifacts.kind, kind)));
	return row;
}
