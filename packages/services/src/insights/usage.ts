import type { AiUsage } from "@nuclom/ai";
import { newId } from "@nuclom/core";
import type { Transaction } from "@nuclom/db";
import { aiUsage } from "@nuclom/db/schema";
import type { VersionRef } from "../processing/version.ts";
import type { Context } from "../shared/context.ts";

/** Keeps what the AI used, so that an organization's cost can be told. */
export async function recordUsage(
	tx: Transaction,
	ctx: Context,
	{ organizationId, versionId }: VersionRef,
	used: { operation: "transcribe" | "analyze"; usage: AiUsage },
): Promise<void> {
	const { model, inputTokens, outputTokens, audioMs, costMicroUsd } = used.usage;
	await tx.insert(aiUsage).values({
		...{ id: newId(), organizationId, versionId, operation: used.operation, model },
		...{ inputTokens, outputTokens, audioMs, costMicroUsd },
		createdAt: ctx.deps.clock.now(),
	});
}
