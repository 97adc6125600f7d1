import { AppError } from "@nuclom/core";
import type { Executor } from "@nuclom/db";
import { comments, users, videos } from "@nuclom/db/schema";
import { and, asc, eq, gt, isNull } from "drizzle-orm";
import type { Access } from "../shared/access.ts";
import { presentPerson } from "../shared/person.ts";
import type { Comment } from "./schemas.ts";

function query(executor: Executor) {
	return (
		executor
			.select({
				comment: comments,
				author: { id: users.id, name: users.name, image: users.image },
			})
			.from(comments)
			// What was said about a video in the trash is in the trash, too.
			.innerJoin(videos, and(eq(videos.id, comments.videoId), isNull(videos.deletedAt)))
			.leftJoin(users, eq(users.id, comments.authorId))
	);
}
export type CommentRow = Awaited<ReturnType<typeof query>>[number];

export interface VideoScope {
	readonly organizationId: string;
	readonly videoId: string;
}

/** @throws {AppError} COMMENT_NOT_FOUND */
export async function readComment(
	executor: Executor,
	{ organizationId, videoId }: VideoScope,
	commentId: string,
): Promise<CommentRow> {
	const [row] = await query(executor).where(
		and(
			eq(comments.organizationId, organizationId),
			eq(comments.videoId, videoId),
			eq(comments.id, commentId),
		),
	);
	if (!row) {
		throw new AppError("COMMENT_NOT_FOUND", "There is no such comment.", {
			hint: "It may have been deleted a moment ago.",
		});
	}
	return row;
}

/** One page, oldest first; reads one more than asked. */
export function readCommentPage(
	executor: Executor,
	{ organizationId, videoId }: VideoScope,
	page: { after: string | undefined; limit: number },
): Promise<CommentRow[]> {
	return query(executor)
		.where(
			and(
				eq(comments.organizationId, organizationId),
				eq(comments.videoId, videoId),
				page.after ? gt(comments.id, page.after) : undefined,
			),
		)
		.orderBy(asc(comments.id))
		.limit(page.limit + 1);
}

export function presentComment(access: Access, row: CommentRow): Comment {
	const { comment } = row;
	const isOwn = comment.authorId === access.userId;
	const isDeleted = comment.deletedAt !== null;
	return {
		id: comment.id,
		videoId: comment.videoId,
		parentId: comment.parentId,
		body: isDeleted ? "" : comment.body,
		startMs: comment.startMs,
		endMs: comment.endMs,
		frameIndex: comment.frameIndex,
		author: isDeleted ? null : presentPerson(row.author),
		createdAt: comment.createdAt.toISOString(),
		editedAt: comment.editedAt?.toISOString() ?? null,
		isDeleted,
		canEdit: isOwn && !isDeleted,
		canDelete: !isDeleted && (isOwn || access.can("comments.deleteAny")),
	};
}
