import {
	commentInputSchema,
	commentPageSchema,
	commentSchema,
	createCommentSchema,
	listCommentsSchema,
	updateCommentSchema,
} from "@nuclom/services/schemas";
import { z } from "zod";
import { authenticated } from "./base.ts";

const base = "/v1/organizations/{organizationId}/videos/{videoId}/comments" as const;

export const comments = {
	list: authenticated({
		method: "GET",
		path: base,
		operationId: "comments.list",
		summary: "Comments of a video, oldest first",
		tag: "Comments",
	})
		.input(listCommentsSchema)
		.output(commentPageSchema),
	create: authenticated({
		method: "POST",
		path: base,
		operationId: "comments.create",
		summary: "Comment on a moment, or reply",
		tag: "Comments",
		successStatus: 201,
	})
		.input(createCommentSchema)
		.output(commentSchema),
	update: authenticated({
		method: "PATCH",
		path: `${base}/{commentId}`,
		operationId: "comments.update",
		summary: "Change what you wrote",
		tag: "Comments",
	})
		.input(updateCommentSchema)
		.output(commentSchema),
	delete: authenticated({
		method: "DELETE",
		path: `${base}/{commentId}`,
		operationId: "comments.delete",
		summary: "Delete a comment",
		tag: "Comments",
	})
		.input(commentInputSchema)
		.output(z.object({ id: z.string() })),
};
