import { AppError } from "@nuclom/core";
import type { Executor } from "@nuclom/db";
import { invites, organizations, users } from "@nuclom/db/schema";
import { and, eq, gt, isNull } from "drizzle-orm";
import { hashInviteToken } from "./token.ts";

/** @throws {AppError} INVITE_NOT_FOUND, the same for a wrong, an expired and a revoked token */
export async function findInvite(executor: Executor, token: string, now: Date) {
	const [found] = await executor
		.select({ invite: invites, organization: organizations, inviterName: users.name })
		.from(invites)
		.innerJoin(organizations, eq(organizations.id, invites.organizationId))
		.leftJoin(users, eq(users.id, invites.createdById))
		.where(
			and(
				eq(invites.tokenHash, hashInviteToken(token)),
				isNull(invites.revokedAt),
				gt(invites.expiresAt, now),
			),
		);
	if (found) return found;
	throw new AppError("INVITE_NOT_FOUND", "This invitation does not work any more.", {
		hint: "Ask the person who sent it for a new link.",
	});
}
