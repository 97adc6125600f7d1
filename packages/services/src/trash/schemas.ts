import { z } from "zod";
import { organizationInputSchema } from "../organizations/schemas.ts";
import { idSchema, instantSchema, pageInputSchema, personSchema } from "../shared/schemas.ts";

export const listTrashSchema = organizationInputSchema.extend(pageInputSchema.shape);

export const trashedVideoSchema = z.object({
	id: idSchema,
	organizationId: idSchema,
	title: z.string(),
	durationMs: z.number().int().nullable(),
	posterUrl: z.string().nullable(),
	/** What goes from the store when it is deleted for ever. */
	sizeBytes: z.number().int(),
	deletedAt: instantSchema,
	deletedBy: personSchema.nullable(),
	/** When it is deleted for ever by itself. */
	purgedAfter: instantSchema,
	/** May the caller restore it, or delete it for ever? */
	canEdit: z.boolean(),
});
export type TrashedVideo = z.infer<typeof trashedVideoSchema>;

export const trashPageSchema = z.object({
	items: z.array(trashedVideoSchema),
	nextCursor: z.string().nullable(),
});

export const deletedVideoSchema = z.object({ videoId: idSchema, purgedAfter: instantSchema });
export const purgedVideoSchema = z.object({ videoId: idSchema });
