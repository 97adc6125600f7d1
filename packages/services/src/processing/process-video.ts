import { writeFile } from "node:fs/promises";
import { newId } from "@nuclom/core";
import type { Transaction } from "@nuclom/db";
import { videoArtifacts, videoVersions } from "@nuclom/db/schema";
import type { MediaProbe } from "@nuclom/media";
import { cacheControlOf, videoKeys } from "@nuclom/storage";
import { and, eq } from "drizzle-orm";
import { transcribeVideoJob } from "../jobs/definitions.ts";
import type { Context } from "../shared/context.ts";
import { enqueue } from "../shared/enqueue.ts";
import { createProgress } from "./progress.ts";
import { createScratch } from "./scratch.ts";
import { type ArtifactRow, readWork, updateVersion, type VersionRef } from "./version.ts";

type NewArtifact = Pick<ArtifactRow, "kind" | "key" | "contentType" | "sizeBytes">;

interface Processed {
	/** Of what is played: frames are addressed there, not in the source. */
	readonly played: MediaProbe;
	readonly sourceCodec: string;
	readonly sha256: string;
	readonly artifacts: NewArtifact[];
	/** The source itself is what browsers play; its true type. */
	readonly sourceContentType: string | undefined;
}

/**
 * Makes a version playable. It may die at any instruction and run again: objects get fresh
 * keys, rows are written in one transaction at the end, and a finished version is left alone.
 */
export async function processVideo(
	ctx: Context,
	ref: VersionRef,
	signal: AbortSignal,
): Promise<void> {
	const work = await readWork(ctx.deps.database.drizzle, ref);
	const source = work?.find("source");
	if (!work || !source || work.version.status !== "processing") return;
	const progress = createProgress(ctx, ref);
	await using scratch = await createScratch(ctx.deps.settings.scratchDir, "process");
	const processed = await makeArtifacts({ ctx, ref, source, scratch, progress, signal });
	await progress.settle();
	await ctx.deps.database.transaction((tx) => record(tx, ctx, ref, processed));
}

interface Making {
	readonly ctx: Context;
	readonly ref: VersionRef;
	readonly source: ArtifactRow;
	readonly scratch: Awaited<ReturnType<typeof createScratch>>;
	readonly progress: ReturnType<typeof createProgress>;
	readonly signal: AbortSignal;
}

async function makeArtifacts(making: Making): Promise<Processed> {
	const { ctx, source, scratch, progress, signal } = making;
	const { media, storage } = ctx.deps;
	const sourceFile = scratch.path("source");
	progress.report("reading", 0);
	const { sha256 } = await storage.download(source.key, sourceFile, {
		signal,
		maxBytes: source.sizeBytes,
	});
	const probe = await media.probe(sourceFile, { signal });
	const artifacts: NewArtifact[] = [];
	let sourceContentType: string | undefined;
	let playedFile = sourceFile;
	let played = probe;
	if (media.planPlayable(probe).action === "serve-source") {
		sourceContentType = probe.container === "webm" ? "video/webm" : "video/mp4";
	} else {
		playedFile = scratch.path("playable.mp4");
		progress.report("converting", 0);
		played = await media.makePlayable(sourceFile, playedFile, probe, {
			onProgress: (ratio) => progress.report("converting", ratio),
			signal,
		});
		artifacts.push(await store(making, "playable", playedFile, "video/mp4"));
	}
	artifacts.push(await makePoster(making, sourceFile, probe));
	artifacts.push(await storeFrames(making, playedFile));
	const sourceCodec = probe.video.codec;
	return { played, sourceCodec, sha256, artifacts, sourceContentType };
}

async function makePoster(making: Making, sourceFile: string, probe: MediaProbe) {
	const { ctx, scratch, progress, signal } = making;
	progress.report("poster", 0);
	const file = scratch.path("poster.jpg");
	await ctx.deps.media.makePoster(sourceFile, file, probe, { maxWidth: 1280, signal });
	return store(making, "poster", file, "image/jpeg");
}

/** The index of presentation times of what is played, so that a frame can be addressed truly. */
async function storeFrames(making: Making, playedFile: string): Promise<NewArtifact> {
	const { ctx, scratch, signal } = making;
	const file = scratch.path("frames.json");
	const times = await ctx.deps.media.frameTimes(playedFile, { signal });
	await writeFile(file, JSON.stringify(times));
	return store(making, "frames", file, "application/json");
}

const extensions = { playable: "mp4", poster: "jpg", frames: "json" } as const;

async function store(
	{ ctx, ref, progress }: Making,
	kind: keyof typeof extensions,
	file: string,
	contentType: string,
): Promise<NewArtifact> {
	progress.report("saving", 0);
	const key = videoKeys(ref)[kind](newId(), extensions[kind]);
	const { organizationId, videoId } = ref;
	const uploadedAt = ctx.deps.clock.now().toISOString();
	const metadata = { organizationId, videoId, uploadedAt };
	const cacheControl = cacheControlOf(kind);
	const properties = { contentType, metadata, cacheControl };
	const { sizeBytes } = await ctx.deps.storage.uploadFile(key, file, properties);
	return { kind, key, contentType, sizeBytes };
}

async function record(tx: Transaction, ctx: Context, ref: VersionRef, done: Processed) {
	const { organizationId, versionId } = ref;
	// Deleted meanwhile, or finished by another worker that was taken for dead?
	const [locked] = await tx
		.select({ status: videoVersions.status })
		.from(videoVersions)
		.where(eq(videoVersions.id, versionId))
		.for("update");
	if (locked?.status !== "processing") return;
	const now = ctx.deps.clock.now();
	for (const artifact of done.artifacts) {
		await tx
			.insert(videoArtifacts)
			.values({ id: newId(), organizationId, versionId, ...artifact, createdAt: now })
			.onConflictDoNothing();
	}
	if (done.sourceContentType) {
		await tx
			.update(videoArtifacts)
			.set({ contentType: done.sourceContentType })
			.where(and(eq(videoArtifacts.versionId, versionId), eq(videoArtifacts.kind, "source")));
	}
	const { video, audio, durationMs } = done.played;
	const isAiOn = ctx.deps.ai.isConfigured;
	const speech = !isAiOn ? "off" : audio.length > 0 ? "waiting" : "none";
	await updateVersion(tx, ctx, ref, {
		...{ status: "ready", processingStep: null, processingRatio: null, readyAt: now },
		...{ sha256: done.sha256, durationMs, width: video.width, height: video.height },
		...{ frameRateNum: video.frameRate.num, frameRateDen: video.frameRate.den },
		...{ isVariableFrameRate: video.isVariableFrameRate, videoCodec: done.sourceCodec },
		...{ transcriptStatus: speech, insightsStatus: speech },
	});
	if (speech === "waiting") {
		await enqueue(ctx.deps.queue, tx, transcribeVideoJob, { ...ref }, { singletonKey: versionId });
	}
}
