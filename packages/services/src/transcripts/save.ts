import type { Cue } from "@nuclom/ai";
import { newId } from "@nuclom/core";
import type { Transaction } from "@nuclom/db";
import { transcriptCues, transcripts } from "@nuclom/db/schema";
import { eq } from "drizzle-orm";
import { publish } from "../events/publish.ts";
import type { VersionRef } from "../processing/version.ts";
import type { Context } from "../shared/context.ts";

/** Rows of one INSERT; PostgreSQL allows 65,535 parameters in a statement. */
const batch = 1000;

export interface NewTranscript {
	readonly cues: readonly Cue[];
	readonly language: string | null;
	/** Who heard it; null for a person. */
	readonly model: string | null;
}

/** Replaces a version's transcript (by none, where there is no cue) and tells open pages. */
export async function saveTranscript(
	tx: Transaction,
	ctx: Context,
	ref: VersionRef,
	{ cues, language, model }: NewTranscript,
): Promise<void> {
	const { organizationId, versionId, videoId } = ref;
	await tx.delete(transcripts).where(eq(transcripts.versionId, versionId));
	if (cues.length > 0) {
		const id = newId();
		const createdAt = ctx.deps.clock.now();
		await tx
			.insert(transcripts)
			.values({ id, organizationId, versionId, language, model, createdAt });
		const parent = { organizationId, transcriptId: id };
		const rows = cues.map((cue, position) => ({ id: newId(), ...parent, position, ...cue }));
		for (let start = 0; start < rows.length; start += batch) {
			await tx.insert(transcriptCues).values(rows.slice(start, start + batch));
		}
	}
	const event = { organizationId, id: versionId, parentId: videoId };
	await publish(tx, { type: "transcript.updated", ...event });
}
