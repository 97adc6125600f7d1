import { actionItems, chapters, insights } from "@nuclom/db/schema";
import { asc, eq } from "drizzle-orm";
import type { z } from "zod";
import { requireAccess } from "../shared/access.ts";
import type { Call } from "../shared/context.ts";
import { parse } from "../shared/parse.ts";
import { readVideo } from "../videos/read.ts";
import { videoInputSchema } from "../videos/schemas.ts";
import type { Insights } from "./schemas.ts";

/**
 * Summary, chapters and action items, each with its second.
 * @throws {AppError} VIDEO_NOT_FOUND
 */
export async function getInsights({
	ctx,
	input,
}: Call<z.input<typeof videoInputSchema>>): Promise<Insights> {
	const { organizationId, videoId } = parse(videoInputSchema, input);
	await requireAccess(ctx, organizationId, "videos.read");
	const { drizzle } = ctx.deps.database;
	const { version } = await readVideo(drizzle, organizationId, videoId);
	const status = version.insightsStatus;
	const failure = status === "failed" ? version.insightsFailure : null;
	const [found] = await drizzle.select().from(insights).where(eq(insights.versionId, version.id));
	if (!found) {
		return { status, summary: null, chapters: [], actionItems: [], model: null, failure };
	}
	const [chapterRows, itemRows] = await Promise.all([
		drizzle
			.select({ startMs: chapters.startMs, title: chapters.title, summary: chapters.summary })
			.from(chapters)
			.where(eq(chapters.insightsId, found.id))
			.orderBy(asc(chapters.position)),
		drizzle
			.select({
				startMs: actionItems.startMs,
				text: actionItems.text,
				assignee: actionItems.assignee,
			})
			.from(actionItems)
			.where(eq(actionItems.insightsId, found.id))
			.orderBy(asc(actionItems.position)),
	]);
	const { summary, model } = found;
	return { status, summary, chapters: chapterRows, actionItems: itemRows, model, failure };
}
