import type { Executor, Transaction } from "@nuclom/db";
import { videoArtifacts, videos, videoVersions } from "@nuclom/db/schema";
import { and, eq } from "drizzle-orm";
import { publish } from "../events/publish.ts";
import type { Context } from "../shared/context.ts";

/** What every job about a version carries. */
export interface VersionRef {
	readonly organizationId: string;
	readonly videoId: string;
	readonly versionId: string;
}

export type ArtifactRow = typeof videoArtifacts.$inferSelect;

/** The version, its title and its objects; undefined once it has been deleted. */
export async function readWork(executor: Executor, ref: VersionRef) {
	const [row] = await executor
		.select({ version: videoVersions, title: videos.title })
		.from(videoVersions)
		.innerJoin(videos, eq(videos.id, videoVersions.videoId))
		.where(
			and(
				eq(videoVersions.id, ref.versionId),
				eq(videoVersions.organizationId, ref.organizationId),
			),
		);
	if (!row) return undefined;
	const artifacts = await executor
		.select()
		.from(videoArtifacts)
		.where(eq(videoArtifacts.versionId, ref.versionId));
	const find = (kind: ArtifactRow["kind"]) => artifacts.find((one) => one.kind === kind);
	return { ...row, find };
}

type Changes = Partial<typeof videoVersions.$inferInsert>;

/** Changes the version's row and tells open pages, both with the caller's transaction. */
export async function updateVersion(
	tx: Transaction,
	ctx: Context,
	ref: VersionRef,
	changes: Changes,
): Promise<void> {
	await tx
		.update(videoVersions)
		.set({ ...changes, updatedAt: ctx.deps.clock.now() })
		.where(eq(videoVersions.id, ref.versionId));
	const { organizationId, videoId } = ref;
	await publish(tx, { type: "video.updated", organizationId, id: videoId });
}
