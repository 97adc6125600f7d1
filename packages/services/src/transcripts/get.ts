import type { z } from "zod";
import { requireAccess } from "../shared/access.ts";
import type { Call } from "../shared/context.ts";
import { parse } from "../shared/parse.ts";
import { readVideo } from "../videos/read.ts";
import { videoInputSchema } from "../videos/schemas.ts";
import { readTranscript } from "./read.ts";
import type { Transcript } from "./schemas.ts";

/**
 * What was said, with its time.
 * @throws {AppError} VIDEO_NOT_FOUND
 */
export async function getTranscript({
	ctx,
	input,
}: Call<z.input<typeof videoInputSchema>>): Promise<Transcript> {
	const { organizationId, videoId } = parse(videoInputSchema, input);
	await requireAccess(ctx, organizationId, "videos.read");
	const { drizzle } = ctx.deps.database;
	const { version } = await readVideo(drizzle, organizationId, videoId);
	const transcript = await readTranscript(drizzle, version.id);
	return {
		status: version.transcriptStatus,
		language: transcript?.language ?? null,
		cues: transcript?.cues ?? [],
		failure: version.transcriptStatus === "failed" ? version.transcriptFailure : null,
	};
}
