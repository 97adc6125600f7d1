import type { AnalyzeResult } from "@nuclom/ai";
import { newId } from "@nuclom/core";
import type { Transaction } from "@nuclom/db";
import { actionItems, chapters, insights } from "@nuclom/db/schema";
import { eq } from "drizzle-orm";
import { publish } from "../events/publish.ts";
import { readWork, updateVersion, type VersionRef } from "../processing/version.ts";
import type { Context } from "../shared/context.ts";
import { readTranscript } from "../transcripts/read.ts";
import { recordUsage } from "./usage.ts";

/** Writes summary, chapters and action items from the cues. Runs again without harm. */
export async function analyzeVideo(
	ctx: Context,
	ref: VersionRef,
	signal: AbortSignal,
): Promise<void> {
	const { ai, database } = ctx.deps;
	const work = await readWork(database.drizzle, ref);
	const transcript = await readTranscript(database.drizzle, ref.versionId);
	if (!work || !transcript) return;
	await database.transaction((tx) => updateVersion(tx, ctx, ref, { insightsStatus: "working" }));
	const result = await ai.analyze(
		{ title: work.title, durationMs: work.version.durationMs ?? 0, cues: transcript.cues },
		{ signal },
	);
	await database.transaction((tx) => record(tx, ctx, ref, result));
}

async function record(tx: Transaction, ctx: Context, ref: VersionRef, result: AnalyzeResult) {
	const { organizationId, versionId, videoId } = ref;
	const insightsId = newId();
	const { summary, usage } = result;
	await tx.delete(insights).where(eq(insights.versionId, versionId));
	await tx.insert(insights).values({
		...{ id: insightsId, organizationId, versionId, summary, model: usage.model },
		createdAt: ctx.deps.clock.now(),
	});
	const child = (position: number) => ({ id: newId(), organizationId, insightsId, position });
	const chapterRows = result.chapters.map((one, index) => ({ ...child(index), ...one }));
	if (chapterRows.length > 0) await tx.insert(chapters).values(chapterRows);
	const itemRows = result.actionItems.map((one, index) => ({ ...child(index), ...one }));
	if (itemRows.length > 0) await tx.insert(actionItems).values(itemRows);
	await recordUsage(tx, ctx, ref, { operation: "analyze", usage });
	await updateVersion(tx, ctx, ref, { insightsStatus: "ready" });
	const event = { organizationId, id: versionId, parentId: videoId };
	await publish(tx, { type: "insights.updated", ...event });
}
