import type { Executor } from "@nuclom/db";
import {
	organizations,
	organizationUsage,
	uploads,
	videoArtifacts,
	videos,
	videoVersions,
} from "@nuclom/db/schema";
import { and, eq, isNotNull, sql, sum } from "drizzle-orm";
import type { z } from "zod";
import { organizationInputSchema } from "../organizations/schemas.ts";
import { requireAccess } from "../shared/access.ts";
import type { Call, ServiceSettings } from "../shared/context.ts";
import { parse } from "../shared/parse.ts";
import type { StorageUsage } from "./schemas.ts";

/** What is stored and announced, and what may be. */
export async function readUsage(
	executor: Executor,
	settings: ServiceSettings,
	organizationId: string,
) {
	const reserved = executor
		.select({ bytes: sum(uploads.sizeBytes).mapWith(Number) })
		.from(uploads)
		.where(and(eq(uploads.organizationId, organizationId), eq(uploads.status, "open")));
	const [row] = await executor
		.select({
			storedBytes: organizationUsage.storedBytes,
			objectCount: organizationUsage.objectCount,
			quotaBytes: organizations.quotaBytes,
			reservedBytes: sql<number>`coalesce((${reserved}), 0)::float8`,
		})
		.from(organizations)
		.leftJoin(organizationUsage, eq(organizationUsage.organizationId, organizations.id))
		.where(eq(organizations.id, organizationId));
	return {
		storedBytes: row?.storedBytes ?? 0,
		objectCount: row?.objectCount ?? 0,
		reservedBytes: row?.reservedBytes ?? 0,
		quotaBytes: row?.quotaBytes ?? settings.storageQuotaBytes,
	};
}

async function readTrashBytes(executor: Executor, organizationId: string): Promise<number> {
	const [row] = await executor
		.select({ bytes: sum(videoArtifacts.sizeBytes).mapWith(Number) })
		.from(videos)
		.innerJoin(videoVersions, eq(videoVersions.videoId, videos.id))
		.innerJoin(videoArtifacts, eq(videoArtifacts.versionId, videoVersions.id))
		.where(and(eq(videos.organizationId, organizationId), isNotNull(videos.deletedAt)));
	return row?.bytes ?? 0;
}

/**
 * What an organization's videos weigh, and how much room is left.
 * @throws {AppError} ORGANIZATION_NOT_FOUND
 */
export async function getStorageUsage({
	ctx,
	input,
}: Call<z.input<typeof organizationInputSchema>>): Promise<StorageUsage> {
	const { organizationId } = parse(organizationInputSchema, input);
	await requireAccess(ctx, organizationId, "organization.read");
	const { database, settings } = ctx.deps;
	const { maxUploadBytes } = settings;
	const usage = await readUsage(database.drizzle, settings, organizationId);
	const trashBytes = await readTrashBytes(database.drizzle, organizationId);
	return { ...usage, trashBytes, maxUploadBytes };
}
