import { AppError } from "@nuclom/core";
import type { Executor } from "@nuclom/db";
import { videoArtifacts, videos } from "@nuclom/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { requireAccess } from "../shared/access.ts";
import type { Call } from "../shared/context.ts";
import { parse } from "../shared/parse.ts";
import { readArtifact, readVideo } from "./read.ts";
import { type downloadSchema, type playbackSchema, videoInputSchema } from "./schemas.ts";

/** What is played of the current version. A source that browsers play as it is has no second copy. */
async function readPlayable(executor: Executor, organizationId: string, videoId: string) {
	const found = await executor
		.select({ artifact: videoArtifacts })
		.from(videoArtifacts)
		.innerJoin(videos, eq(videos.currentVersionId, videoArtifacts.versionId))
		.where(
			and(
				eq(videos.organizationId, organizationId),
				eq(videos.id, videoId),
				inArray(videoArtifacts.kind, ["playable", "source"]),
			),
		);
	const artifacts = found.map(({ artifact }) => artifact);
	return artifacts.find(({ kind }) => kind === "playable") ?? artifacts[0];
}

/**
 * Signed addresses to play a video by HTTP ranges.
 * @throws {AppError} VIDEO_NOT_FOUND, VIDEO_NOT_READY
 */
export async function getPlayback({
	ctx,
	input,
}: Call<z.input<typeof videoInputSchema>>): Promise<z.infer<typeof playbackSchema>> {
	const { organizationId, videoId } = parse(videoInputSchema, input);
	await requireAccess(ctx, organizationId, "videos.read");
	const { database, settings, storage } = ctx.deps;
	const [row, playable] = await Promise.all([
		readVideo(database.drizzle, organizationId, videoId),
		readPlayable(database.drizzle, organizationId, videoId),
	]);
	if (row.version.status !== "ready" || !playable) {
		throw new AppError("VIDEO_NOT_READY", "This video cannot be played yet.", {
			hint: "The page shows it by itself as soon as it can.",
		});
	}
	const { contentType } = playable;
	const life = { expiresInMs: settings.signedUrlMs };
	const [media, poster] = await Promise.all([
		storage.signGet(playable.key, { ...life, contentType }),
		row.posterKey ? storage.signGet(row.posterKey, life) : null,
	]);
	const expiresAt = media.expiresAt.toISOString();
	return { url: media.url, contentType, posterUrl: poster?.url ?? null, expiresAt };
}

/**
 * A signed address of the file as it was uploaded, under its own name.
 * @throws {AppError} VIDEO_NOT_FOUND, VIDEO_NOT_READY while it is still uploading
 */
export async function getDownload({
	ctx,
	input,
}: Call<z.input<typeof videoInputSchema>>): Promise<z.infer<typeof downloadSchema>> {
	const { organizationId, videoId } = parse(videoInputSchema, input);
	await requireAccess(ctx, organizationId, "videos.read");
	const { database, settings, storage } = ctx.deps;
	const { version } = await readVideo(database.drizzle, organizationId, videoId);
	const source = await readArtifact(database.drizzle, version.id, "source");
	if (!source) throw new AppError("VIDEO_NOT_READY", "The original is still uploading.");
	const { fileName } = version;
	const signed = await storage.signGet(source.key, {
		expiresInMs: settings.signedUrlMs,
		disposition: "attachment",
		fileName,
	});
	return { url: signed.url, fileName, expiresAt: signed.expiresAt.toISOString() };
}
