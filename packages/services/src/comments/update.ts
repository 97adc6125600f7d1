import { AppError } from "@nuclom/core";
import { comments } from "@nuclom/db/schema";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { publish } from "../events/publish.ts";
import { requireAccess } from "../shared/access.ts";
import { audit } from "../shared/audit.ts";
import type { Call } from "../shared/context.ts";
import { parse } from "../shared/parse.ts";
import { presentComment, readComment } from "./read.ts";
import { type Comment, updateCommentSchema } from "./schemas.ts";

/**
 * Changes what you wrote.
 * @throws {AppError} COMMENT_NOT_FOUND, FORBIDDEN, INPUT_INVALID
 */
export async function updateComment({
	ctx,
	input,
}: Call<z.input<typeof updateCommentSchema>>): Promise<Comment> {
	const { commentId, body, ...scope } = parse(updateCommentSchema, input);
	const { organizationId, videoId } = scope;
	const access = await requireAccess(ctx, organizationId, "comments.create");
	return ctx.deps.database.transaction(async (tx) => {
		const before = presentComment(access, await readComment(tx, scope, commentId));
		if (!before.canEdit) throw new AppError("FORBIDDEN", "You can change only your own comments.");
		const editedAt = ctx.deps.clock.now();
		await tx.update(comments).set({ body, editedAt }).where(eq(comments.id, commentId));
		const entity = { organizationId, entityType: "comment", entityId: commentId };
		await audit(tx, ctx, { ...entity, action: "comments.update" });
		const event = { organizationId, id: commentId, parentId: videoId };
		await publish(tx, { type: "comment.updated", ...event });
		return presentComment(access, await readComment(tx, scope, commentId));
	});
}
