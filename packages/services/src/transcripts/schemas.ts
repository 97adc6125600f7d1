import { z } from "zod";
import { aiStatuses } from "../videos/schemas.ts";

const cueSchema = z.object({
	startMs: z.number().int(),
	endMs: z.number().int(),
	text: z.string(),
});
export const transcriptSchema = z.object({
	status: z.enum(aiStatuses),
	language: z.string().nullable(),
	cues: z.array(cueSchema),
	/** Why it failed, in a sentence; null otherwise. */
	failure: z.string().nullable(),
});
export type Transcript = z.infer<typeof transcriptSchema>;
