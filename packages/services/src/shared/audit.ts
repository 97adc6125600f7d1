import { newId } from "@nuclom/core";
import type { Transaction } from "@nuclom/db";
import { auditEvents } from "@nuclom/db/schema";
import type { Context } from "./context.ts";

export interface AuditEntry {
	readonly organizationId: string;
	/** `entity.verb`, as the API names the operation. */
	readonly action: string;
	readonly entityType: string;
	readonly entityId: string;
	/** Ids and small facts; never what people wrote, never secrets. */
	readonly data?: Record<string, unknown>;
}

/** Writes who did what, in the transaction of the deed. */
export async function audit(tx: Transaction, ctx: Context, entry: AuditEntry): Promise<void> {
	await tx.insert(auditEvents).values({
		id: newId(),
		...entry,
		actorId: ctx.userId,
		requestId: ctx.requestId ?? null,
		createdAt: ctx.deps.clock.now(),
	});
}
