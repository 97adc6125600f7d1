import type { TranscribeResult } from "@nuclom/ai";
import type { Transaction } from "@nuclom/db";
import { recordUsage } from "../insights/usage.ts";
import { analyzeVideoJob } from "../jobs/definitions.ts";
import { createScratch } from "../processing/scratch.ts";
import { readWork, updateVersion, type VersionRef } from "../processing/version.ts";
import type { Context } from "../shared/context.ts";
import { enqueue } from "../shared/enqueue.ts";
import { saveTranscript } from "./save.ts";

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
	const cues = result?.cues ?? [];
	const hasWords = cues.length > 0;
	if (result) await recordUsage(tx, ctx, ref, { operation: "transcribe", usage: result.usage });
	const model = result?.usage.model ?? null;
	await saveTranscript(tx, ctx, ref, { cues, language: result?.language ?? null, model });
	await updateVersion(tx, ctx, ref, {
		transcriptStatus: hasWords ? "ready" : "none",
		insightsStatus: hasWords ? "waiting" : "none",
	});
	if (!hasWords) return;
	const options = { singletonKey: ref.versionId };
	await enqueue(ctx.deps.queue, tx, analyzeVideoJob, { ...ref }, options);
}
