import type { TranscribeResult } from "@nuclom/ai";
import { newId } from "@nuclom/core";
import type { Transaction } from "@nuclom/db";
import { transcriptCues, transcripts } from "@nuclom/db/schema";
import { eq } from "drizzle-orm";
import { publish } from "../events/publish.ts";
import { recordUsage } from "../insights/usage.ts";
import { analyzeVideoJob } from "../jobs/definitions.ts";
import { createScratch } from "../processing/scratch.ts";
import { readWork, updateVersion, type VersionRef } from "../processing/version.ts";
import type { Context } from "../shared/context.ts";
import { enqueue } from "../shared/enqueue.ts";

/** Rows of one INSERT; PostgreSQL allows 65,535 parameters in a statement. */
const batch = 1000;

/** Turns a version's speech into timed cues. Runs again without harm: the last result stays. */
export async function transcribeVideo(
	ctx: Context,
	ref: VersionRef,
	signal: AbortSignal,
): Promise<void> {
	const { ai, database, media, settings, storage } = ctx.deps;
	const work = await readWork(database.drizzle, ref);
	const artifact = work?.find("playable") ?? work?.find("source");
	if (!work || !artifact || work.version.status !== "ready") return;
	await database.transaction((tx) => updateVersion(tx, ctx, ref, { transcriptStatus: "working" }));
	await using scratch = await createScratch(settings.scratchDir, "transcribe");
	const file = scratch.path("media");
	await storage.download(artifact.key, file, { signal, maxBytes: artifact.sizeBytes });
	const probe = await media.probe(file, { signal });
	const segments = await media.extractSpeech(file, scratch.path("speech"), probe, { signal });
	const result = segments.length > 0 ? await ai.transcribe(segments, { signal }) : undefined;
	await database.transaction((tx) => record(tx, ctx, ref, result));
}

async function record(
	tx: Transaction,
	ctx: Context,
	ref: VersionRef,
	result: TranscribeResult | undefined,
) {
	const { organizationId, versionId, videoId } = ref;
	const createdAt = ctx.deps.clock.now();
	await tx.delete(transcripts).where(eq(transcripts.versionId, versionId));
	const hasWords = result !== undefined && result.cues.length > 0;
	if (result) await recordUsage(tx, ctx, ref, { operation: "transcribe", usage: result.usage });
	if (hasWords) {
		const id = newId();
		const language = result.language ?? null;
		const model = result.usage.model;
		await tx
			.insert(transcripts)
			.values({ id, organizationId, versionId, language, model, createdAt });
		await insertCues(tx, { organizationId, transcriptId: id }, result.cues);
	}
	const next = hasWords ? ("ready" as const) : ("none" as const);
	const insightsStatus = hasWords ? ("waiting" as const) : ("none" as const);
	await updateVersion(tx, ctx, ref, { transcriptStatus: next, insightsStatus });
	const event = { organizationId, id: versionId, parentId: videoId };
	await publish(tx, { type: "transcript.updated", ...event });
	if (hasWords) {
		const options = { singletonKey: versionId };
		await enqueue(ctx.deps.queue, tx, analyzeVideoJob, { ...ref }, options);
	}
}

async function insertCues(
	tx: Transaction,
	parent: { organizationId: string; transcriptId: string },
	cues: TranscribeResult["cues"],
) {
	const rows = cues.map((cue, position) => ({ id: newId(), ...parent, position, ...cue }));
	for (let start = 0; start < rows.length; start += batch) {
		await tx.insert(transcriptCues).values(rows.slice(start, start + batch));
	}
}
