import { AppError } from "@nuclom/core";
import { invites } from "@nuclom/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { requireAccess } from "../shared/access.ts";
import { audit } from "../shared/audit.ts";
import type { Call } from "../shared/context.ts";
import { parse } from "../shared/parse.ts";
import { inviteInputSchema } from "./schemas.ts";

/** @throws {AppError} FORBIDDEN, INVITE_NOT_FOUND */
export async function revokeInvite({ ctx, input }: Call<z.input<typeof inviteInputSchema>>) {
	const { organizationId, inviteId } = parse(inviteInputSchema, input);
	await requireAccess(ctx, organizationId, "invites.manage");
	await ctx.deps.database.transaction(async (tx) => {
		const revoked = await tx
			.update(invites)
			.set({ revokedAt: ctx.deps.clock.now() })
			.where(
				and(
					eq(invites.organizationId, organizationId),
					eq(invites.id, inviteId),
					isNull(invites.revokedAt),
				),
			)
			.returning({ id: invites.id });
		if (revoked.length === 0) throw new AppError("INVITE_NOT_FOUND", "There is no such link.");
		const entity = { organizationId, entityType: "invite", entityId: inviteId };
		await audit(tx, ctx, { ...entity, action: "invites.revoke" });
	});
	return { id: inviteId };
}
