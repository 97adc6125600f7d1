import { z } from "zod";
import { idSchema } from "../shared/schemas.ts";

export const eventTypes = [
	"video.created",
	"video.updated",
	"video.deleted",
	"comment.created",
	"comment.updated",
	"comment.deleted",
	"transcript.updated",
	"insights.updated",
	"organization.updated",
	"members.updated",
] as const;

/**
 * Something changed: refetch it. `id` is the entity's, `parentId` the video's for comments and AI.
 * `seq` orders events and resumes a stream; `lsn` is the write position to read at or after.
 */
export const eventSchema = z.object({
	type: z.enum(eventTypes),
	organizationId: idSchema,
	id: idSchema,
	parentId: idSchema.nullable(),
	seq: z.number().int(),
	lsn: z.string(),
});
export type DomainEvent = z.infer<typeof eventSchema>;

/** What a stream carries: an event, or word that some were missed and all should be refetched. */
export const streamItemSchema = z.union([
	z.object({ kind: z.literal("event"), event: eventSchema }),
	z.object({ kind: z.literal("ready") }),
	z.object({ kind: z.literal("reset") }),
	z.object({ kind: z.literal("heartbeat") }),
]);
export type StreamItem = z.infer<typeof streamItemSchema>;
