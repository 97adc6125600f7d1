import { uploads, videoVersions } from "@nuclom/db/schema";
import { and, desc, eq, gt } from "drizzle-orm";
import type { z } from "zod";
import { organizationInputSchema } from "../organizations/schemas.ts";
import { requireAccess } from "../shared/access.ts";
import type { Call } from "../shared/context.ts";
import { parse } from "../shared/parse.ts";
import type { openUploadsSchema } from "./schemas.ts";

/** More than anybody goes on with; older ones expire by themselves. */
const most = 100;

/**
 * One's own uploads that can be gone on with, newest first; nobody sees another person's.
 * @throws {AppError} ORGANIZATION_NOT_FOUND
 */
export async function listOpenUploads({
	ctx,
	input,
}: Call<z.input<typeof organizationInputSchema>>): Promise<z.infer<typeof openUploadsSchema>> {
	const { organizationId } = parse(organizationInputSchema, input);
	const access = await requireAccess(ctx, organizationId, "videos.create");
	const rows = await ctx.deps.database.drizzle
		.select({ upload: uploads, fileName: videoVersions.fileName })
		.from(uploads)
		.innerJoin(videoVersions, eq(videoVersions.id, uploads.versionId))
		.where(
			and(
				eq(uploads.organizationId, access.organizationId),
				eq(uploads.createdById, access.userId),
				eq(uploads.status, "open"),
				// A recording's bytes are nowhere but with the page that makes them.
				eq(uploads.isOpenEnded, false),
				gt(uploads.expiresAt, ctx.deps.clock.now()),
			),
		)
		.orderBy(desc(uploads.id))
		.limit(most);
	return {
		uploads: rows.map(({ upload, fileName }) => ({
			uploadId: upload.id,
			videoId: upload.videoId,
			organizationId: upload.organizationId,
			fileName,
			sizeBytes: upload.sizeBytes,
			partSizeBytes: upload.partSizeBytes,
			partCount: upload.partCount,
			createdAt: upload.createdAt.toISOString(),
			expiresAt: upload.expiresAt.toISOString(),
		})),
	};
}
