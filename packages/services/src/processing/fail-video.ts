import { videoVersions } from "@nuclom/db/schema";
import { and, eq } from "drizzle-orm";
import type { Context } from "../shared/context.ts";
import { updateVersion, type VersionRef } from "./version.ts";

export interface Failure {
	readonly code: string;
	readonly message: string;
	readonly hint?: string | undefined;
	readonly isRetryable?: boolean | undefined;
}

/** Says on the page why a video could not be made playable. A version that is ready stays so. */
export async function failVideo(ctx: Context, ref: VersionRef, failure: Failure): Promise<void> {
	await ctx.deps.database.transaction(async (tx) => {
		const [locked] = await tx
			.select({ status: videoVersions.status })
			.from(videoVersions)
			.where(and(eq(videoVersions.id, ref.versionId), eq(videoVersions.status, "processing")))
			.for("update");
		if (!locked) return;
		const isKnown = failure.code !== "INTERNAL";
		await updateVersion(tx, ctx, ref, {
			...{ status: "failed", processingStep: null, processingRatio: null },
			failureCode: failure.code,
			failureMessage: isKnown ? failure.message : "Something went wrong on our side.",
			failureHint: isKnown ? (failure.hint ?? null) : "Your file is safe. Try again.",
			isFailureRetryable: failure.isRetryable ?? true,
		});
	});
}
