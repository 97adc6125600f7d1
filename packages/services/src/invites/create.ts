import { newId } from "@nuclom/core";
import { invites, users } from "@nuclom/db/schema";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { requireAccess } from "../shared/access.ts";
import { audit } from "../shared/audit.ts";
import type { Call } from "../shared/context.ts";
import { parse } from "../shared/parse.ts";
import { type createdInviteSchema, createInviteSchema } from "./schemas.ts";
import { hashInviteToken, newInviteToken } from "./token.ts";

/**
 * Makes an invitation link. The answer holds the only copy of its token.
 * @throws {AppError} FORBIDDEN, ORGANIZATION_NOT_FOUND, INPUT_INVALID
 */
export async function createInvite({
	ctx,
	input,
}: Call<z.input<typeof createInviteSchema>>): Promise<z.infer<typeof createdInviteSchema>> {
	const { organizationId, role, expiresInMs } = parse(createInviteSchema, input);
	const { userId } = await requireAccess(ctx, organizationId, "invites.manage");
	const { clock, database, settings } = ctx.deps;
	const token = newInviteToken();
	const id = newId();
	const createdAt = clock.now();
	const expiresAt = new Date(createdAt.getTime() + expiresInMs);
	const createdByName = await database.transaction(async (tx) => {
		await tx.insert(invites).values({
			...{ id, organizationId, role, createdAt, expiresAt },
			tokenHash: hashInviteToken(token),
			createdById: userId,
		});
		const entity = { organizationId, entityType: "invite", entityId: id };
		await audit(tx, ctx, { ...entity, action: "invites.create", data: { role } });
		const [user] = await tx.select({ name: users.name }).from(users).where(eq(users.id, userId));
		return user?.name ?? null;
	});
	return {
		...{ id, role, createdByName, useCount: 0 },
		createdAt: createdAt.toISOString(),
		expiresAt: expiresAt.toISOString(),
		url: `${settings.appUrl()}/invite/${token}`,
	};
}
