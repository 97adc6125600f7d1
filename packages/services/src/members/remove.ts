import { AppError } from "@nuclom/core";
import { members } from "@nuclom/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { publish } from "../events/publish.ts";
import { organizationInputSchema } from "../organizations/schemas.ts";
import { type Access, requireAccess } from "../shared/access.ts";
import { audit } from "../shared/audit.ts";
import type { Call, Context } from "../shared/context.ts";
import { parse } from "../shared/parse.ts";
import { assertAnotherOwner } from "./last-owner.ts";
import { readMember } from "./read.ts";
import { memberInputSchema } from "./schemas.ts";

interface Removal {
	readonly access: Access;
	readonly memberId: string;
	readonly action: "members.remove" | "members.leave";
}

async function removeFrom(ctx: Context, { access, memberId, action }: Removal) {
	const { organizationId } = access;
	await ctx.deps.database.transaction(async (tx) => {
		const member = await readMember(tx, organizationId, memberId);
		const isSelf = member.user.id === access.userId;
		if (member.role === "owner" && !isSelf && !access.can("owners.manage")) {
			throw new AppError("FORBIDDEN", "Only an owner can remove an owner.");
		}
		if (member.role === "owner") await assertAnotherOwner(tx, organizationId, memberId);
		await tx.delete(members).where(eq(members.id, memberId));
		const entity = { organizationId, entityType: "member", entityId: memberId };
		await audit(tx, ctx, { ...entity, action, data: { userId: member.user.id } });
		await publish(tx, { type: "members.updated", organizationId, id: memberId });
	});
	return { id: memberId };
}

/**
 * Removes a member; what they wrote stays.
 * @throws {AppError} FORBIDDEN, MEMBER_NOT_FOUND, MEMBER_LAST_OWNER
 */
export async function removeMember({ ctx, input }: Call<z.input<typeof memberInputSchema>>) {
	const { organizationId, memberId } = parse(memberInputSchema, input);
	const access = await requireAccess(ctx, organizationId, "members.manage");
	return removeFrom(ctx, { access, memberId, action: "members.remove" });
}

/** @throws {AppError} MEMBER_LAST_OWNER */
export async function leaveOrganization({
	ctx,
	input,
}: Call<z.input<typeof organizationInputSchema>>) {
	const { organizationId } = parse(organizationInputSchema, input);
	const access = await requireAccess(ctx, organizationId, "organization.read");
	const [own] = await ctx.deps.database.drizzle
		.select({ id: members.id })
		.from(members)
		.where(and(eq(members.organizationId, organizationId), eq(members.userId, access.userId)));
	if (!own) throw new AppError("MEMBER_NOT_FOUND", "You are not in this organization any more.");
	return removeFrom(ctx, { access, memberId: own.id, action: "members.leave" });
}
