import { AppError } from "@nuclom/core";
import { members } from "@nuclom/db/schema";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { publish } from "../events/publish.ts";
import { requireAccess } from "../shared/access.ts";
import { audit } from "../shared/audit.ts";
import type { Call } from "../shared/context.ts";
import { parse } from "../shared/parse.ts";
import { assertAnotherOwner } from "./last-owner.ts";
import { readMember } from "./read.ts";
import { type Member, updateMemberRoleSchema } from "./schemas.ts";

/**
 * Changes a member's role. Only an owner makes or unmakes owners.
 * @throws {AppError} FORBIDDEN, MEMBER_NOT_FOUND, MEMBER_LAST_OWNER
 */
export async function updateMemberRole({
	ctx,
	input,
}: Call<z.input<typeof updateMemberRoleSchema>>): Promise<Member> {
	const { organizationId, memberId, role } = parse(updateMemberRoleSchema, input);
	const access = await requireAccess(ctx, organizationId, "members.manage");
	return ctx.deps.database.transaction(async (tx) => {
		const before = await readMember(tx, organizationId, memberId);
		const touchesOwner = before.role === "owner" || role === "owner";
		if (touchesOwner && !access.can("owners.manage")) {
			throw new AppError("FORBIDDEN", "Only an owner can make or unmake an owner.");
		}
		if (before.role === role) return before;
		if (before.role === "owner") await assertAnotherOwner(tx, organizationId, memberId);
		await tx.update(members).set({ role }).where(eq(members.id, memberId));
		await audit(tx, ctx, {
			organizationId,
			action: "members.updateRole",
			entityType: "member",
			entityId: memberId,
			data: { from: before.role, to: role },
		});
		await publish(tx, { type: "members.updated", organizationId, id: memberId });
		return { ...before, role };
	});
}
