import { AppError } from "@nuclom/core";
import type { Transaction } from "@nuclom/db";
import { members } from "@nuclom/db/schema";
import { and, eq } from "drizzle-orm";

/**
 * Locks the owners' rows, so that two owners who leave at once cannot leave none behind.
 * @throws {AppError} MEMBER_LAST_OWNER when `memberId` is the only one
 */
export async function assertAnotherOwner(
	tx: Transaction,
	organizationId: string,
	memberId: string,
): Promise<void> {
	const owners = await tx
		.select({ id: members.id })
		.from(members)
		.where(and(eq(members.organizationId, organizationId), eq(members.role, "owner")))
		.orderBy(members.id)
		.for("update");
	if (owners.some((owner) => owner.id !== memberId)) return;
	throw new AppError("MEMBER_LAST_OWNER", "An organization needs an owner.", {
		hint: "Make somebody else an owner first.",
	});
}
