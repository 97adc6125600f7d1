import { z } from "zod";
import { updateVersion } from "../processing/version.ts";
import { requireAccess } from "../shared/access.ts";
import { audit } from "../shared/audit.ts";
import type { Call } from "../shared/context.ts";
import { parse } from "../shared/parse.ts";
import { lineSchema } from "../shared/schemas.ts";
import { canEditVideo } from "../videos/present.ts";
import { readVideo } from "../videos/read.ts";
import { videoInputSchema } from "../videos/schemas.ts";
import { videoForbidden } from "../videos/update.ts";
import { saveTranscript } from "./save.ts";

const cueInputSchema = z
	.object({
		startMs: z.number().int().min(0),
		endMs: z.number().int().positive(),
		text: lineSchema(500),
	})
	.refine((cue) => cue.endMs > cue.startMs, "A cue ends after it starts.");

export const importTranscriptSchema = videoInputSchema.extend({
	language: z.string().min(2).max(35),
	cues: z.array(cueInputSchema).min(1).max(20_000),
});

/**
 * Stores a transcript that somebody else made, in place of the present one.
 * @throws {AppError} VIDEO_NOT_FOUND, FORBIDDEN, INPUT_INVALID
 */
export async function importTranscript({
	ctx,
	input,
}: Call<z.input<typeof importTranscriptSchema>>): Promise<{ cueCount: number }> {
	const { organizationId, videoId, language, cues } = parse(importTranscriptSchema, input);
	const access = await requireAccess(ctx, organizationId, "videos.read");
	const inOrder = cues.toSorted((one, other) => one.startMs - other.startMs);
	await ctx.deps.database.transaction(async (tx) => {
		const row = await readVideo(tx, organizationId, videoId);
		if (!canEditVideo(access, row)) throw videoForbidden();
		const ref = { organizationId, videoId, versionId: row.version.id };
		await saveTranscript(tx, ctx, ref, { cues: inOrder, language, model: null });
		await updateVersion(tx, ctx, ref, { transcriptStatus: "ready", transcriptFailure: null });
		const entity = { organizationId, entityType: "video", entityId: videoId };
		await audit(tx, ctx, { ...entity, action: "transcripts.import" });
	});
	return { cueCount: cues.length };
}
