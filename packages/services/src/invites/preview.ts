import type { z } from "zod";
import type { Call } from "../shared/context.ts";
import { parse } from "../shared/parse.ts";
import { findInvite } from "./find.ts";
import { type invitePreviewSchema, inviteRoleSchema, inviteTokenSchema } from "./schemas.ts";

/**
 * Who invites, and where to; whoever holds the link may know.
 * @throws {AppError} INVITE_NOT_FOUND
 */
export async function previewInvite({
	ctx,
	input,
}: Call<z.input<typeof inviteTokenSchema>>): Promise<z.infer<typeof invitePreviewSchema>> {
	const { token } = parse(inviteTokenSchema, input);
	const { database, clock } = ctx.deps;
	const found = await findInvite(database.drizzle, token, clock.now());
	return {
		organizationName: found.organization.name,
		inviterName: found.inviterName,
		role: inviteRoleSchema.parse(found.invite.role),
		expiresAt: found.invite.expiresAt.toISOString(),
	};
}
