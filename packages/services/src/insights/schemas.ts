import { z } from "zod";
import { aiStatuses, videoInputSchema } from "../videos/schemas.ts";

export const insightsSchema = z.object({
	status: z.enum(aiStatuses),
	summary: z.string().nullable(),
	chapters: z.array(
		z.object({ startMs: z.number().int(), title: z.string(), summary: z.string().nullable() }),
	),
	actionItems: z.array(
		z.object({ startMs: z.number().int(), text: z.string(), assignee: z.string().nullable() }),
	),
	model: z.string().nullable(),
	failure: z.string().nullable(),
});
export type Insights = z.infer<typeof insightsSchema>;

/** Body of POST /api/ai/analyze, as the seed names it. */
export const analyzeSchema = videoInputSchema;
export const analyzeAcceptedSchema = z.object({ videoId: z.string(), status: z.enum(aiStatuses) });
