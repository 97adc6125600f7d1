import { AppError } from "@nuclom/core";
import type { Transaction } from "@nuclom/db";
import { comments } from "@nuclom/db/schema";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { publish } from "../events/publish.ts";
import { requireAccess } from "../shared/access.ts";
import { audit } from "../shared/audit.ts";
import type { Call } from "../shared/context.ts";
import { parse } from "../shared/parse.ts";
import { presentComment, readComment } from "./read.ts";
import { commentInputSchema } from "./schemas.ts";

/** Rows go once nothing hangs on them: a deleted comment with replies stays as an empty place. */
async function removeRows(tx: Transaction, commentId: string, parentId: string | null) {
	const replies = sql`exists (select 1 from ${comments} r where r.parent_id = ${commentId}::uuid)`;
	await tx.delete(comments).where(and(eq(comments.id, commentId), sql`not ${replies}`));
	if (!parentId) return;
	const siblings = sql`exists (select 1 from ${comments} r where r.parent_id = ${parentId}::uuid)`;
	await tx
		.delete(comments)
		.where(
			and(eq(comments.id, parentId), sql`${comments.deletedAt} is not null`, sql`not ${siblings}`),
		);
}

/**
 * Deletes a comment: one's own, or any for an owner or admin.
 * @throws {AppError} COMMENT_NOT_FOUND, FORBIDDEN
 */
export async function deleteComment({ ctx, input }: Call<z.input<typeof commentInputSchema>>) {
	const { commentId, ...scope } = parse(commentInputSchema, input);
	const { organizationId, videoId } = scope;
	const access = await requireAccess(ctx, organizationId, "comments.create");
	await ctx.deps.database.transaction(async (tx) => {
		const row = await readComment(tx, scope, commentId);
		if (!presentComment(access, row).canDelete) {
			throw new AppError("FORBIDDEN", "You can delete only your own comments.");
		}
		await tx
			.update(comments)
			.set({ deletedAt: ctx.deps.clock.now(), body: "" })
			.where(and(eq(comments.id, commentId), isNull(comments.deletedAt)));
		await removeRows(tx, commentId, row.comment.parentId);
		const entity = { organizationId, entityType: "comment", entityId: commentId };
		await audit(tx, ctx, { ...entity, action: "comments.delete" });
		const event = { organizationId, id: commentId, parentId: videoId };
		await publish(tx, { type: "comment.deleted", ...event });
	});
	return { id: commentId };
}
