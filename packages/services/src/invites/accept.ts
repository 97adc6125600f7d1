import { newId } from "@nuclom/core";
import { invites, members } from "@nuclom/db/schema";
import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { publish } from "../events/publish.ts";
import { audit } from "../shared/audit.ts";
import { type Call, requireUser } from "../shared/context.ts";
import { parse } from "../shared/parse.ts";
import { findInvite } from "./find.ts";
import { type acceptedInviteSchema, inviteTokenSchema } from "./schemas.ts";

/**
 * Joins by a link. Somebody who is in already keeps their role, and the link is not counted.
 * @throws {AppError} UNAUTHENTICATED, INVITE_NOT_FOUND
 */
export async function acceptInvite({
	ctx,
	input,
}: Call<z.input<typeof inviteTokenSchema>>): Promise<z.infer<typeof acceptedInviteSchema>> {
	const userId = requireUser(ctx);
	const { token } = parse(inviteTokenSchema, input);
	const now = ctx.deps.clock.now();
	return ctx.deps.database.transaction(async (tx) => {
		const { invite, organization } = await findInvite(tx, token, now);
		const { id: organizationId, name, slug } = organization;
		const memberId = newId();
		const joined = await tx
			.insert(members)
			.values({ id: memberId, organizationId, userId, role: invite.role, createdAt: now })
			.onConflictDoNothing()
			.returning({ role: members.role });
		if (joined.length > 0) {
			const counted = { useCount: sql`${invites.useCount} + 1` };
			await tx.update(invites).set(counted).where(eq(invites.id, invite.id));
			const entity = { organizationId, entityType: "member", entityId: memberId };
			await audit(tx, ctx, { ...entity, action: "invites.accept", data: { inviteId: invite.id } });
			await publish(tx, { type: "members.updated", organizationId, id: memberId });
		}
		const [member] = await tx
			.select({ role: members.role })
			.from(members)
			.where(and(eq(members.organizationId, organizationId), eq(members.userId, userId)));
		return { organization: { id: organizationId, name, slug, role: member?.role ?? invite.role } };
	});
}
