import { z } from "zod";
import { organizationInputSchema } from "../organizations/schemas.ts";
import { idSchema, lineSchema } from "../shared/schemas.ts";

export const importVideoSchema = organizationInputSchema.extend({
	/** Of the file itself, on the public internet; http or https. */
	url: z.string().trim().min(1).max(4096),
	/** The file's name without its extension when left out. */
	title: lineSchema(200).optional(),
});
export const importedVideoSchema = z.object({ videoId: idSchema, organizationId: idSchema });
export type ImportedVideo = z.infer<typeof importedVideoSchema>;
