import { z } from "zod";

/**
 * What the model is asked to write. A place in the video is a cue's index, never a time, because an
 * index can be looked up and a time can be made up. Structured outputs know no optional fields:
 * what may be missing is nullable. Lengths and counts are bounded afterwards, in resolve.ts, so
 * that one title too many does not lose the whole answer.
 */
export const notesSchema = z.object({
	summary: z.string().describe("Two to six sentences on what the video is about and decides."),
	chapters: z.array(
		z.object({
			cue: z.number().int().describe("Index of the first cue of the chapter."),
			title: z.string().describe("At most 60 characters."),
			summary: z.string().nullable().describe("One sentence, or null."),
		}),
	),
	actionItems: z.array(
		z.object({
			cue: z.number().int().describe("Index of the cue in which the task is agreed."),
			text: z.string().describe("What is to be done, in one sentence."),
			assignee: z.string().nullable().describe("Who does it, as named in the video, or null."),
		}),
	),
});

export type Notes = z.infer<typeof notesSchema>;
