import type { Executor } from "@nuclom/db";
import { transcriptCues, transcripts } from "@nuclom/db/schema";
import { asc, eq } from "drizzle-orm";

/** A version's cues in order, or none. */
export async function readTranscript(executor: Executor, versionId: string) {
	const [transcript] = await executor
		.select()
		.from(transcripts)
		.where(eq(transcripts.versionId, versionId));
	if (!transcript) return undefined;
	const cues = await executor
		.select({
			startMs: transcriptCues.startMs,
			endMs: transcriptCues.endMs,
			text: transcriptCues.text,
		})
		.from(transcriptCues)
		.where(eq(transcriptCues.transcriptId, transcript.id))
		.orderBy(asc(transcriptCues.position));
	return { ...transcript, cues };
}
