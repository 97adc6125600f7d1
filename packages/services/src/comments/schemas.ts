import { z } from "zod";
import { idSchema, instantSchema, personSchema, textSchema } from "../shared/schemas.ts";
import { videoInputSchema } from "../videos/schemas.ts";

const momentSchema = z.number().int().min(0);

export const commentSchema = z.object({
	id: idSchema,
	videoId: idSchema,
	/** Null for the first of a thread; threads are one level deep. */
	parentId: idSchema.nullable(),
	/** Empty once deleted; a deleted comment stays only while it has replies. */
	body: z.string(),
	startMs: momentSchema,
	endMs: momentSchema.nullable(),
	frameIndex: momentSchema.nullable(),
	author: personSchema.nullable(),
	createdAt: instantSchema,
	editedAt: instantSchema.nullable(),
	isDeleted: z.boolean(),
	canEdit: z.boolean(),
	canDelete: z.boolean(),
});
export type Comment = z.infer<typeof commentSchema>;

export const createCommentSchema = videoInputSchema.extend({
	/** A UUIDv7 of the caller, so that a repeated request makes one comment. */
	id: idSchema.optional(),
	body: textSchema(5000),
	startMs: momentSchema,
	endMs: momentSchema.optional(),
	frameIndex: momentSchema.optional(),
	parentId: idSchema.optional(),
});
export const commentInputSchema = videoInputSchema.extend({ commentId: idSchema });
export const updateCommentSchema = commentInputSchema.extend({ body: textSchema(5000) });
/** Oldest thread first by moment; a video's comments are paged by keyset. */
export const listCommentsSchema = videoInputSchema.extend({
	cursor: z.string().max(512).optional(),
	limit: z.coerce.number().int().min(1).max(500).default(200),
});
export const commentPageSchema = z.object({
	items: z.array(commentSchema),
	nextCursor: z.string().nullable(),
});
