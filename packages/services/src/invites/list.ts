import { invites, users } from "@nuclom/db/schema";
import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { z } from "zod";
import { organizationInputSchema } from "../organizations/schemas.ts";
import { requireAccess } from "../shared/access.ts";
import type { Call } from "../shared/context.ts";
import { parse } from "../shared/parse.ts";
import { type Invite, inviteRoleSchema } from "./schemas.ts";

/** Links that still work, newest first. */
export async function listInvites({
	ctx,
	input,
}: Call<z.input<typeof organizationInputSchema>>): Promise<{ items: Invite[] }> {
	const { organizationId } = parse(organizationInputSchema, input);
	await requireAccess(ctx, organizationId, "invites.manage");
	const rows = await ctx.deps.database.drizzle
		.select({ invite: invites, createdByName: users.name })
		.from(invites)
		.leftJoin(users, eq(users.id, invites.createdById))
		.where(
			and(
				eq(invites.organizationId, organizationId),
				isNull(invites.revokedAt),
				gt(invites.expiresAt, ctx.deps.clock.now()),
			),
		)
		.orderBy(desc(invites.id));
	const items = rows.map(({ invite, createdByName }) => ({
		id: invite.id,
		role: inviteRoleSchema.parse(invite.role),
		createdAt: invite.createdAt.toISOString(),
		expiresAt: invite.expiresAt.toISOString(),
		createdByName,
		useCount: invite.useCount,
	}));
	return { items };
}
