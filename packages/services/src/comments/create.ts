import { AppError, newId } from "@nuclom/core";
import type { Transaction } from "@nuclom/db";
import { comments } from "@nuclom/db/schema";
import type { z } from "zod";
import { publish } from "../events/publish.ts";
import { requireAccess } from "../shared/access.ts";
import { audit } from "../shared/audit.ts";
import type { Call } from "../shared/context.ts";
import { parse } from "../shared/parse.ts";
import { readVideo } from "../videos/read.ts";
import { presentComment, readComment, type VideoScope } from "./read.ts";
import { type Comment, createCommentSchema } from "./schemas.ts";

type Input = z.output<typeof createCommentSchema>;

function assertMoment({ startMs, endMs }: Input, durationMs: number | null): void {
	const end = durationMs ?? Number.MAX_SAFE_INTEGER;
	const isOutside = startMs > end || (endMs !== undefined && endMs > end);
	if (!isOutside && (endMs === undefined || endMs > startMs)) return;
	throw new AppError("INPUT_INVALID", "This moment is not in the video.", {
		hint: isOutside ? `The video ends at ${end} ms.` : "A range ends after it starts.",
		data: { fields: [{ path: isOutside ? "startMs" : "endMs", message: "Outside the video." }] },
	});
}

/** A reply hangs on the first comment of its thread, and shares its moment. */
async function threadOf(tx: Transaction, scope: VideoScope, parentId: string | undefined) {
	if (!parentId) return null;
	const { comment } = await readComment(tx, scope, parentId);
	const { id, parentId: rootId, startMs, endMs, frameIndex } = comment;
	return { parentId: rootId ?? id, startMs, endMs, frameIndex };
}

/**
 * Comments on a moment, or replies. The same `id` sent twice makes one comment.
 * @throws {AppError} VIDEO_NOT_FOUND, COMMENT_NOT_FOUND (parent), INPUT_INVALID, CONFLICT
 */
export async function createComment({
	ctx,
	input,
}: Call<z.input<typeof createCommentSchema>>): Promise<Comment> {
	const wanted = parse(createCommentSchema, input);
	const { organizationId, videoId } = wanted;
	const scope = { organizationId, videoId };
	const access = await requireAccess(ctx, organizationId, "comments.create");
	const id = wanted.id ?? newId();
	return ctx.deps.database.transaction(async (tx) => {
		const { version } = await readVideo(tx, organizationId, videoId);
		assertMoment(wanted, version.durationMs);
		const { startMs, endMs = null, frameIndex = null, body } = wanted;
		const thread = await threadOf(tx, scope, wanted.parentId);
		const added = await tx
			.insert(comments)
			.values({
				...{ id, organizationId, videoId, versionId: version.id, authorId: access.userId, body },
				...(thread ?? { startMs, endMs, frameIndex }),
				createdAt: ctx.deps.clock.now(),
			})
			.onConflictDoNothing()
			.returning({ id: comments.id });
		if (added.length > 0) {
			const entity = { organizationId, entityType: "comment", entityId: id };
			await audit(tx, ctx, { ...entity, action: "comments.create", data: { videoId } });
			await publish(tx, { type: "comment.created", organizationId, id, parentId: videoId });
		}
		return presentComment(access, await readOwn(tx, scope, id, access.userId));
	});
}

async function readOwn(tx: Transaction, scope: VideoScope, id: string, userId: string) {
	const conflict = () => new AppError("CONFLICT", "This id belongs to another comment.");
	const row = await readComment(tx, scope, id).catch(() => {
		throw conflict();
	});
	if (row.comment.authorId !== userId) throw conflict();
	return row;
}
